// The modules in the order in which Postgres needs them: tables and foundations first, façades last.
import { allRows } from './all_rows.ts';
import { analysis } from './analysis.ts';
import { approvals } from './approvals.ts';
import { assignment } from './assignment.ts';
import { backtests } from './backtest.ts';
import { clock } from './clock.ts';
import { columnFit } from './column_fit.ts';
import { cycle } from './cycle.ts';
import { detection } from './detection.ts';
import { due } from './due.ts';
import { events } from './events.ts';
import { feedback } from './feedback.ts';
import { feedbackReports } from './feedback_reports.ts';
import { health } from './health.ts';
import { holds } from './holds.ts';
import { host } from './host.ts';
import { hostCheck } from './host_check.ts';
import { cronJobs } from './jobs.ts';
import { judged } from './judged.ts';
import { library } from './library.ts';
import { metrics } from './metrics.ts';
import { policy } from './policy.ts';
import { privileges } from './privileges.ts';
import { proposals } from './proposals.ts';
import { schedule } from './schedule.ts';
import { segments } from './segments.ts';
import { settings } from './settings.ts';
import { sources } from './sources.ts';
import { spawning } from './spawning.ts';
import type { SqlModule } from './sql.ts';
import { statistics } from './statistics.ts';
import { story } from './story.ts';
import { switches } from './switches.ts';
import { tables } from './tables.ts';
import { testCounts } from './test_counts.ts';
import { uninstall } from './uninstall.ts';
import { verdicts } from './verdicts.ts';

type Build = { readonly bundle: string; readonly bundleHash: string; readonly engineVersion: string };

const parts = (build: Build): readonly SqlModule[] => [
  tables,
  settings,
  clock,
  library(build),
  events,
  host,
  hostCheck,
  allRows,
  metrics,
  judged,
  detection,
  feedback,
  feedbackReports,
  sources,
  policy,
  spawning,
  backtests,
  statistics,
  assignment,
  testCounts,
  columnFit,
  verdicts,
  analysis,
  segments,
  story,
  cycle,
  holds,
  proposals,
  switches,
  approvals,
  cronJobs,
  due,
  schedule,
  health,
];

/** `bundle` is the JavaScript of src/plv8, `bundleHash` its SHA-256, `engineVersion` that of package.json. */
export const sqlModules = (build: Build): readonly SqlModule[] => {
  const modules = parts(build);
  const whole = [...modules, uninstall(modules)];
  return [...whole, privileges(whole)];
};
