// The modules in the order in which Postgres needs them: tables and foundations first, façades last.

import { detectionDocuments } from './detection/documents.ts';
import { sources } from './detection/sources.ts';
import { clock } from './engine/clock.ts';
import { events } from './engine/events.ts';
import { language } from './engine/language.ts';
import { type LibraryBuild, languagesOf, library } from './engine/library.ts';
import { settingGuards } from './engine/setting_guards.ts';
import { settings } from './engine/settings.ts';
import { tables } from './engine/tables.ts';
import { labelledContacts } from './feedback/labelled_contacts.ts';
import { patternPerformance } from './feedback/performance.ts';
import { performanceRows } from './feedback/performance_rows.ts';
import { feedbackReports } from './feedback/reports.ts';
import { allRows } from './host/access/all_rows.ts';
import { readers } from './host/access/readers.ts';
import { rowSecurityCheck } from './host/access/row_security.ts';
import { hostCheck } from './host/check.ts';
import { columnFit } from './host/column_fit.ts';
import { hostTables as contract, type HostTable } from './host/contract.ts';
import { dailyMetrics } from './host/daily_metrics.ts';
import { readableDays } from './host/daily_rows.ts';
import { finite } from './host/finite.ts';
import { hostViews } from './host/views.ts';
import { foreignObjectsCheck } from './installing/foreign_objects.ts';
import { privileges } from './installing/privileges.ts';
import { rights } from './installing/rights.ts';
import { uninstall } from './installing/uninstall.ts';
import type { SqlModule } from './kit/objects.ts';
import { approvals } from './operating/approvals.ts';
import { backtests } from './operating/backtest.ts';
import { cycle } from './operating/cycle.ts';
import { due } from './operating/due.ts';
import { health } from './operating/health/health.ts';
import { hostStates } from './operating/health/host_state.ts';
import { notices } from './operating/health/notices.ts';
import { cronJobs } from './operating/jobs.ts';
import { proposals } from './operating/proposals.ts';
import { schedule } from './operating/schedule.ts';
import { storedReports } from './operating/stored_reports.ts';
import { suspensions } from './operating/suspensions.ts';
import { switches } from './operating/switches.ts';
import { turn } from './operating/turn.ts';
import { warnings } from './operating/warnings.ts';
import { spawningDocument } from './spawning/document.ts';
import { spawns } from './spawning/spawns.ts';
import { analysis } from './testing/analysis.ts';
import { analysisAnswers } from './testing/answer.ts';
import { assignment } from './testing/assignment.ts';
import { decisions } from './testing/decisions.ts';
import { testDocument } from './testing/document.ts';
import { testHistory } from './testing/history.ts';
import { leadCounts } from './testing/lead_counts.ts';
import { segments } from './testing/segments.ts';
import { statistics } from './testing/statistics.ts';

type Build = LibraryBuild & {
  /** Another contract than that of this version, for a test of what a later one will do. */
  readonly hostTables?: readonly HostTable[];
};

const parts = ({ hostTables = contract, ...build }: Build): readonly SqlModule[] => [
  settings,
  settingGuards,
  clock,
  language(languagesOf(build)),
  library(build),
  events,
  finite,
  hostViews({ ...build, hostTables }),
  rowSecurityCheck,
  foreignObjectsCheck,
  hostCheck(hostTables),
  allRows,
  readableDays,
  readers,
  dailyMetrics,
  labelledContacts,
  detectionDocuments,
  performanceRows,
  patternPerformance,
  feedbackReports,
  sources,
  spawningDocument,
  spawns,
  backtests,
  statistics,
  assignment,
  leadCounts,
  columnFit,
  analysisAnswers,
  decisions,
  testDocument,
  analysis,
  segments,
  testHistory,
  storedReports,
  turn,
  warnings,
  cycle,
  suspensions,
  proposals,
  switches,
  approvals,
  cronJobs,
  due,
  schedule,
  hostStates,
  notices,
  health,
];

/** `bundle` is the JavaScript of src/plv8, `bundleHash` its SHA-256, `engineVersion` that of package.json, `plain` the same in PL/pgSQL. */
export const sqlModules = (build: Build): readonly SqlModule[] => {
  const modules = parts(build);
  const others = [...modules, uninstall(modules), privileges];
  return [tables, rights([tables, ...others], build.hostTables ?? contract), ...others];
};
