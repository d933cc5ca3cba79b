// Where @stdlib is written in a way that does not compile (a closure that yields the next term, a list that is written
// into), the same computation in a way that does: the same operations in the same order, so the same bits. Each patch has
// to match, so that another version of @stdlib is noticed.

type Patch = readonly [from: string | RegExp, to: string];

const helpers = `var abs = require( '@stdlib/math-base-special-abs' );
var EPS = require( '@stdlib/constants-float64-eps' );
var FLOAT32_SMALLEST = require( '@stdlib/constants-float32-smallest-normal' );
`;

const strict = `'use strict';\n`;
const needs: Patch = [strict, strict + helpers];

/** Adds terms until one no longer counts; `term` sets `next` and goes on to the one after it. */
const series = (start: string, first: string, term: string, most = '1000000.0'): string => `${start}
	var total = ${first};
	var left = ${most};
	var next = 0.0;
	do {
		${term}
		total += next;
		left -= 1.0;
	} while ( abs( EPS * total ) < abs( next ) && left > 0.0 );`;

/** Lentz's method for a continued fraction; `term` sets \`aN\` and \`bN\`. */
const fraction = (start: string, term: string, most = '1000000.0'): string => `${start}
	var aN = 0.0;
	var bN = 0.0;
	${term}
	var a0 = aN;
	var fN = bN;
	if ( fN === 0.0 ) { fN = FLOAT32_SMALLEST; }
	var cN = fN;
	var dN = 0.0;
	var delta = 0.0;
	var left = ${most};
	do {
		${term}
		dN = bN + ( aN * dN );
		if ( dN === 0.0 ) { dN = FLOAT32_SMALLEST; }
		cN = bN + ( aN / cN );
		if ( cN === 0.0 ) { cN = FLOAT32_SMALLEST; }
		dN = 1.0 / dN;
		delta = cN * dN;
		fN *= delta;
		left -= 1.0;
	} while ( abs( delta - 1.0 ) > EPS && left > 0.0 );`;

const upperGamma = (most?: string): readonly Patch[] => [
  needs,
  [
    /\tvar f = upperIncompleteGammaFract[\s\S]*?\n\}/,
    `${fraction('\tvar zN = z - a + 1.0;\n\tvar kN = 0.0;', 'kN += 1.0;\n\tzN += 2.0;\n\taN = kN * ( a - kN );\n\tbN = zN;', most)}
	return 1.0 / ( z - a + 1.0 + ( a0 / fN ) );
}`,
  ],
];

const ibetaTerm = `aN = (a + m - 1) * (a + b + m - 1) * m * (b - m) * x * x;
	denom = a + ( 2.0*m ) - 1.0;
	aN /= denom * denom;
	bN = m;
	bN += (m * (b - m) * x) / ( a + ( 2.0*m ) - 1.0 );
	bN += ( (a+m) * ( (a*y) - (b*x) + 1.0 + ( m*(2.0-x) ) ) ) / ( a + (2.0*m) + 1.0 );
	m += 1;`;

const gammainc = 'math-base-special-gammainc/lib';
const betainc = 'math-base-special-kernel-betainc/lib';
const pow = 'math-base-special-pow/lib';
const zeros = (n: number): string => `[ ${Array.from({ length: n }, () => '0.0').join(', ')} ]`;
const withoutOut: Patch = [/\n\t*if \( out \) \{[\s\S]*?\n\t*\}/g, ''];

const patches: Readonly<Record<string, readonly Patch[]>> = {
  // What is asked for most comes first, a moderate negative number: expmulti in fewer steps, with 2^k a normal double.
  'math-base-special-exp/lib/main.js': [
    [
      "var expmulti = require( './expmulti.js' );",
      `var expmulti = require( './expmulti.js' );
var polyvalP = require( './polyval_p.js' );
var twoTo = require( '@stdlib/plain-two-to' );`,
    ],
    ['\tvar k;', '\tvar k;\n\tvar r;\n\tvar t;\n\tvar c;'],
    [
      /\tif \( isnan\( x \) \|\| x === PINF \)/,
      `\tif ( x < NEG_NEARZERO && x > -700.0 ) {
		k = trunc( (LOG2_E*x) - 0.5 );
		r = ( x - (k*LN2_HI) ) - ( k*LN2_LO );
		t = r * r;
		c = r - ( t*polyvalP( t ) );
		return ( 1.0 - ( ( k*LN2_LO ) - ( (r*c)/(2.0-c) ) - ( x - (k*LN2_HI) ) ) ) * twoTo( k );
	}
	if ( isnan( x ) || x === PINF )`,
    ],
  ],
  [`${gammainc}/tgamma_i_large_x.js`]: [
    needs,
    [
      /\tvar result;[\s\S]*?return result;/,
      `${series('\tvar term = 1.0;\n\tvar aN = a;', '0.0', 'next = term;\n\t\tterm *= aN / x;\n\t\taN -= 1.0;')}\n\treturn total;`,
    ],
  ],
  [`${gammainc}/lower_gamma_series.js`]: [
    needs,
    [
      /\tvar result;[\s\S]*?return result;/,
      `${series('\tvar term = 1.0;\n\tvar aN = a;', 'initialValue', 'next = term;\n\t\taN += 1.0;\n\t\tterm *= z/aN;')}\n\treturn total;`,
    ],
  ],
  [`${gammainc}/tgamma_small_upper_part.js`]: [
    needs,
    ['s = smallGamma2Series( a, x );', ''],
    [
      /\tresult = -p \* sumSeries[\s\S]*?\}\);/,
      `${series(
        '\tvar term = -x;\n\tvar xN = -x;\n\tvar apn = a + 1.0;\n\tvar nN = 1.0;',
        '(initialValue - result) / p',
        'next = term / apn;\n\t\tterm *= xN;\n\t\tnN += 1.0;\n\t\tterm /= nN;\n\t\tapn += 1.0;',
      )}\n\tresult = -p * total;`,
    ],
  ],
  [`${gammainc}/upper_gamma_fraction.js`]: upperGamma(),
  [`${gammainc}/igamma_temme_large.js`]: [
    [/var workspace = \[.*\n/, ''],
    ['\tvar result;', `\tvar workspace = ${zeros(10)};\n\tvar result;`],
  ],
  'math-base-special-log1pmx/lib/main.js': [
    [strict, strict + helpers.replace(/var abs.*\n/, '')],
    [
      /\topts = \{[\s\S]*?opts \);/,
      `${series('\tvar step = -x;\n\tvar product = -1.0;\n\tvar k = 0.0;', '-x', 'product *= step;\n\t\tk += 1.0;\n\t\tnext = product / k;')}\n\treturn total;`,
    ],
  ],
  [`${betainc}/beta_small_b_large_a_series.js`]: [
    [/var p = new Array.*\n/, ''],
    ['\tvar prefix;', `\tvar p = ${zeros(30)};\n\tvar prefix;`],
  ],
  [`${betainc}/ibeta_series.js`]: [
    [/function ibetaSeriesT[\s\S]*?\n\}\n/, ''],
    needs,
    ['normalized, out, y )', 'normalized, y )'],
    withoutOut,
    [
      /\ts = ibetaSeriesT[\s\S]*?return sumSeries\( s, opts \);/,
      `${series(
        '\tvar poch = 1.0 - b;\n\tvar nN = 1.0;\n\tvar aN = a;',
        's0',
        'next = result / aN;\n\t\taN += 1.0;\n\t\tresult *= poch * x / nN;\n\t\tnN += 1.0;\n\t\tpoch += 1.0;',
        '100.0',
      )}\n\treturn total;`,
    ],
  ],
  [`${betainc}/ibeta_fraction2.js`]: [
    [/function ibetaFraction2t[\s\S]*?\n\}\n/, ''],
    needs,
    ['normalized, out )', 'normalized )'],
    withoutOut,
    [
      /\tf = ibetaFraction2t[\s\S]*?OPTS \);/,
      `${fraction('\tvar m = 0.0;\n\tvar denom = 0.0;', ibetaTerm, '1000.0')}\n\tfract = fN;`,
    ],
  ],
  [`${betainc}/ibeta_a_step.js`]: [['normalized, out )', 'normalized )'], withoutOut],
  [`${betainc}/assign.js`]: [
    ['upper, out, stride, offset ) {', 'upper ) {\n\tvar out0;'],
    [/\ti0 = offset;\n\ti1 = offset \+ stride;\n/, ''],
    [/\tif \( out\[ i1 \] < 0\.0 \) \{[\s\S]*?(?=\tout\[ i0 \] = \( upper \) \? \( \( regularized \))/, ''],
    [/out\[ i1 \] = [^;]*;/g, ''],
    [/out\[ i0 \]/g, 'out0'],
    [/return out;/g, 'return out0;'],
    [/regularized, out, y \)/g, 'regularized, y )'],
    [/regularized, out \)/g, 'regularized )'],
  ],
  'math-base-special-betainc/lib/main.js': [
    [/kernel-betainc' \)\.assign/, "kernel-betainc/lib/assign.js' )"],
    [/\tvar out = .*\n/, ''],
    [
      /kernelBetainc\( x, a, b, regularized, upper, out, 1, 0 \);\n\treturn out\[ 0 \];/,
      'return kernelBetainc( x, a, b, regularized, upper );',
    ],
  ],
  // Only gamma of a negative number would need an angle beyond a quarter of a turn, and nothing asks for one.
  'math-base-special-sin/lib/main.js': [['rempio2( x, Y )', 'rempio2( x )']],
  'math-base-special-cos/lib/main.js': [['rempio2( x, buffer )', 'rempio2( x )']],
  [`${pow}/main.js`]: [
    [
      "var toWords = require( '@stdlib/number-float64-base-to-words' );",
      "var getHighWord = require( '@stdlib/number-float64-base-get-high-word' );\nvar getLowWord = require( '@stdlib/number-float64-base-get-low-word' );",
    ],
    [/toWords\.assign\( y, WORDS, 1, 0 \);/, 'hy = getHighWord( y ); ly = getLowWord( y );'],
    [/toWords\.assign\( x, WORDS, 1, 0 \);/, 'hx = getHighWord( x ); lx = getLowWord( x );'],
    [/toWords\.assign\( z, WORDS, 1, 0 \);/, ''],
    [/\th[xy] = WORDS\[ 0 \];\n\tl[xy] = WORDS\[ 1 \];\n/g, ''],
    ['WORDS[0]', 'getHighWord( z )'],
    ['WORDS[1]', 'getLowWord( z )'],
    ['logx( LOG_WORKSPACE, ax )', 'logx( ax )'],
    ['log2ax( LOG_WORKSPACE, ax, ahx )', 'log2ax( ax, ahx )'],
  ],
  [`${pow}/log2ax.js`]: [
    ['log2ax( out, ax, ahx )', 'log2ax( ax, ahx )'],
    [/\tout\[ 0 \] = t1;\n\tout\[ 1 \] = t2;\n\treturn out;/, '\treturn [ t1, t2 ];'],
  ],
  [`${pow}/logx.js`]: [
    ['logx( out, ax )', 'logx( ax )'],
    [/\tout\[ 0 \] = t1;\n\tout\[ 1 \] = t2;\n\treturn out;/, '\treturn [ t1, t2 ];'],
  ],
};

// A polynomial at 0 is its first coefficient, whether it is asked before or not.
const polynomial: readonly Patch[] = [[/\tif \( x === 0\.0 \) \{\n\t\treturn [^;]+;\n\t\}\n/, '']];

/** The text of a file of @stdlib as it is compiled. */
export const patched = (path: string, text: string): string => {
  const name = path.split('@stdlib/')[1];
  const own = /\/polyval_\w+\.js$/.test(name ?? '') ? polynomial : (patches[name ?? ''] ?? []);
  return own.reduce((result, [from, to]) => {
    const next = result.replace(from, () => to);
    if (next === result)
      throw new Error(
        `${path}: the patch for ${String(from)} does not match\n  remedy: compare build/plpgsql/patches.ts with this version of @stdlib`,
      );
    return next;
  }, text);
};
