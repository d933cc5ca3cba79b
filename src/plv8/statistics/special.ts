// exp, log and their kin that give the same bits wherever the engine runs: those of @stdlib, which are nothing but
// additions, products and quotients. Those of Math are each machine's own. Knows no use of them.
import cos from '@stdlib/math-base-special-cos';
import exp from '@stdlib/math-base-special-exp';
import expm1 from '@stdlib/math-base-special-expm1';
import log from '@stdlib/math-base-special-ln';
import log1p from '@stdlib/math-base-special-log1p';

export { cos, exp, expm1, log, log1p };
