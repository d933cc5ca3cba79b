// By which warning each bad value must be named, by column; a value that is not here is no defect, or stands in a column
// that nothing is decided on.

const any = (...codes: string[]): Readonly<Record<string, readonly string[]>> => ({ '*': codes });

const futures = ['infinity', 'year 294276', 'year 2200'];
const pasts = ['-infinity', 'year 4714 BC', 'year 44 BC'];
const unreadable = ['infinity', '-infinity', 'year 294276', 'year 4714 BC', 'year 44 BC'];
const noNumbers = ['NaN', 'infinity', '1e400'];
const noCounts = [...noNumbers, 'beyond int4', '1e16', '1e308'];

const at = (labels: readonly string[], ...codes: string[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(labels.map((label) => [label, codes]));

const unusable = at(['null', 'negative', ...noCounts], 'daily_number_unusable');
const impossible = at(noCounts, 'performance_number_impossible');

/** The row of the day is also looked at by itself. */
const dayItself = {
  ...unusable,
  ...at(['null', ...noCounts], 'daily_number_unusable', 'daily_counts_null'),
  ...at(['negative'], 'daily_number_unusable', 'daily_counts_negative'),
};

/** Nothing is decided on a test whose terms are none. */
const tests = {
  ...at(noNumbers, 'test_number_impossible', 'invalid_test'),
};

const expected: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'lh_lead_status.status': any('unknown_status'),
  'lh_lead_status.contacted_at': {
    ...at(['null'], 'contacted_without_time'),
    ...at(futures, 'contacted_in_future'),
    // The function of the demo subtracts the times.
    ...at(['infinity'], 'contacted_in_future', 'host_metrics_failed'),
    ...at(pasts, 'contacted_before_created'),
    ...at(['-infinity'], 'contacted_before_created', 'host_metrics_failed'),
  },
  'lh_lead_status.created_at': {
    ...at(['null'], 'created_missing'),
    ...at(futures, 'created_in_future', 'contacted_before_created'),
    ...at(pasts, 'created_too_long_ago'),
  },
  'lh_lead_status.qualified_at': {
    ...at(futures, 'qualified_in_future'),
    ...at(pasts, 'qualified_before_contacted'),
  },
  'closed.closed_at': at(['null'], 'qualified_without_time'),
  'lh_lead_status.source': at(['10 MB'], 'source_cut'),
  'lh_feedback_log.agent_id': at(['10 MB'], 'feedback_agent_cut'),
  'lh_lead_status.ab_test_id': at(['orphan'], 'unknown_test'),
  'lh_lead_status.ab_test_group': at(['empty', '10 MB', 'odd'], 'leads_without_test'),
  'lh_feedback_log.lead_id': at(['orphan'], 'feedback_on_unknown_lead'),
  'lh_feedback_log.feedback_type': any('feedback_of_unknown_type'),
  'lh_feedback_log.created_at': {
    ...at(['null'], 'feedback_without_time'),
    ...at(futures, 'feedback_in_future'),
    ...at(pasts, 'feedback_too_long_ago'),
  },
  'lh_validation_history.created_at': {
    ...at(['null'], 'validation_without_time'),
    ...at(futures, 'validation_in_future'),
  },
  'lh_daily_metrics.metric_date': any('daily_date_impossible'),
  'lh_daily_metrics.new_leads_count': unusable,
  'lh_daily_metrics.contacted_count': unusable,
  'lh_daily_metrics.qualified_count': unusable,
  'lh_daily_metrics.avg_response_time_hours': at(noNumbers, 'daily_number_unusable'),
  'the day.new_leads_count': {
    ...dayItself,
    ...at(['fraction'], 'daily_more_contacted_than_new'),
    ...at(['negative'], 'daily_number_unusable', 'daily_counts_negative', 'daily_more_contacted_than_new'),
  },
  'the day.contacted_count': {
    ...dayItself,
    ...at(['fraction'], 'daily_more_qualified_than_contacted'),
    ...at(
      ['negative'],
      'daily_number_unusable',
      'daily_counts_negative',
      'daily_more_qualified_than_contacted',
    ),
  },
  'the day.qualified_count': dayItself,
  'lh_pattern_performance.performance_date': any('performance_date_impossible'),
  'lh_pattern_performance.avg_f1_score': {
    ...at(noNumbers, 'performance_number_impossible'),
    ...at(['negative', 'beyond int4', '1e16', '1e308'], 'f1_score_out_of_range'),
  },
  'lh_pattern_performance.total_validations': impossible,
  'lh_pattern_performance.true_positives': impossible,
  'lh_pattern_performance.false_positives': impossible,
  'lh_pattern_performance.true_negatives': impossible,
  'lh_pattern_performance.false_negatives': impossible,
  'lh_spawned_skills.spawned_at': at(unreadable, 'skill_time_impossible'),
  'lh_spawned_skills.decision_made_at': at(unreadable, 'skill_time_impossible'),
  'lh_ab_tests.started_at': {
    ...at(['null', 'year 2200'], 'invalid_test'),
    ...at(unreadable, 'test_started_impossible', 'invalid_test'),
  },
  'lh_ab_tests.min_sample_size': {
    ...tests,
    ...at(['negative', 'fraction'], 'invalid_test'),
  },
  'lh_ab_tests.confidence_level': {
    ...tests,
    ...at(['negative', 'fraction', 'beyond int4', '1e16', '1e308'], 'invalid_test'),
  },
  'lh_ab_tests.traffic_allocation_pct': {
    ...tests,
    ...at(['negative', 'beyond int4', '1e16', '1e308'], 'invalid_test'),
  },
};

export const expectedCodes = (column: string, label: string): readonly string[] =>
  expected[column]?.[label] ?? expected[column]?.['*'] ?? [];
