// What the engine needs of its host, as one typed catalog: tables, columns, the family of types each may have, and the
// rights. The check, the adapter views and the documents are all made from it, so they cannot disagree. A new column
// goes last in its table: Postgres appends to a view on which others stand, and would have to drop it for anything
// else.

/** Ids of one kind are compared with each other, on their own types; an id of no kind is only sorted by. */
export type IdKind = 'lead' | 'contact' | 'property';

/** A family of types. `id` is any type; `text` includes enums and domains over text. */
export type TypeFamily = 'id' | 'text' | 'number' | 'boolean' | 'timestamptz' | 'date';

export type HostColumn = {
  readonly name: string;
  readonly family: TypeFamily;
  /** false: where the host lacks it, the adapter view shows null and rules that need it say not_available. */
  readonly required: boolean;
  readonly kind?: IdKind;
};

export type HostTable = {
  readonly name: string;
  /** The adapter view in lh_engine through which the engine reads the table; null where every column is required. */
  readonly adapter: string | null;
  readonly rights: readonly ('select' | 'insert' | 'update' | 'delete')[];
  readonly columns: readonly HostColumn[];
};

const need = (name: string, family: TypeFamily): HostColumn => ({ name, family, required: true });
const maybe = (name: string, family: TypeFamily): HostColumn => ({ name, family, required: false });
const needId = (name: string, kind: IdKind): HostColumn => ({ ...need(name, 'id'), kind });
const maybeId = (name: string, kind: IdKind): HostColumn => ({ ...maybe(name, 'id'), kind });

export const hostTables: readonly HostTable[] = [
  {
    name: 'lh_lead_status',
    adapter: 'host_leads',
    rights: ['select'],
    columns: [
      needId('id', 'lead'),
      needId('property_id', 'property'),
      need('status', 'text'),
      need('assigned_to', 'text'),
      need('contacted_at', 'timestamptz'),
      need('created_at', 'timestamptz'),
      need('ab_test_id', 'id'),
      need('ab_test_group', 'text'),
      maybe('source', 'text'),
      maybe('qualified_at', 'timestamptz'),
      maybe('closed_at', 'timestamptz'),
    ],
  },
  {
    name: 'lh_feedback_log',
    adapter: 'host_feedback',
    rights: ['select'],
    columns: [
      maybe('id', 'id'),
      maybeId('lead_id', 'lead'),
      maybeId('contact_id', 'contact'),
      maybe('agent_id', 'text'),
      maybe('feedback_type', 'text'),
      maybe('created_at', 'timestamptz'),
    ],
  },
  {
    name: 'lh_validation_history',
    adapter: 'host_validations',
    rights: ['select'],
    columns: [
      maybe('id', 'id'),
      maybeId('contact_id', 'contact'),
      maybe('valid', 'boolean'),
      maybe('confidence', 'text'),
      maybe('points', 'number'),
      maybe('reason', 'text'),
      maybe('pattern_type', 'text'),
      maybe('created_at', 'timestamptz'),
    ],
  },
  {
    name: 'lh_contacts',
    adapter: 'host_contacts',
    rights: ['select'],
    columns: [
      maybeId('id', 'contact'),
      maybeId('property_id', 'property'),
      maybe('validation_status', 'text'),
    ],
  },
  {
    name: 'lh_properties',
    adapter: 'host_properties',
    rights: ['select'],
    columns: [
      maybeId('id', 'property'),
      maybe('county', 'text'),
      maybe('distress_type', 'text'),
      maybe('created_at', 'timestamptz'),
    ],
  },
  {
    name: 'lh_daily_metrics',
    adapter: 'host_daily_metrics',
    rights: ['select', 'insert', 'update'],
    columns: [
      need('metric_date', 'date'),
      need('new_leads_count', 'number'),
      need('contacted_count', 'number'),
      need('qualified_count', 'number'),
      need('avg_response_time_hours', 'number'),
      maybe('closed_count', 'number'),
    ],
  },
  {
    name: 'lh_pattern_performance',
    adapter: 'host_pattern_performance',
    rights: ['select', 'insert', 'update', 'delete'],
    columns: [
      need('performance_date', 'date'),
      need('avg_f1_score', 'number'),
      maybe('pattern_type', 'text'),
      maybe('total_validations', 'number'),
      maybe('true_positives', 'number'),
      maybe('false_positives', 'number'),
      maybe('true_negatives', 'number'),
      maybe('false_negatives', 'number'),
      maybe('avg_precision', 'number'),
      maybe('avg_recall', 'number'),
    ],
  },
  {
    name: 'lh_spawned_skills',
    adapter: null,
    rights: ['select', 'insert', 'update'],
    columns: [
      need('id', 'id'),
      need('skill_type', 'text'),
      need('skill_name', 'text'),
      need('problem_detected', 'text'),
      need('target_metric', 'text'),
      need('baseline_value', 'number'),
      need('target_value', 'number'),
      need('status', 'text'),
      need('spawned_at', 'timestamptz'),
      need('decision_made_at', 'timestamptz'),
      need('actual_lift_pct', 'number'),
    ],
  },
  {
    name: 'lh_ab_tests',
    adapter: null,
    rights: ['select', 'insert', 'update'],
    columns: [
      need('id', 'id'),
      need('test_name', 'text'),
      need('skill_id', 'id'),
      need('hypothesis', 'text'),
      need('control_description', 'text'),
      need('treatment_description', 'text'),
      need('metric_tracked', 'text'),
      need('traffic_allocation_pct', 'number'),
      need('min_sample_size', 'number'),
      need('confidence_level', 'number'),
      need('status', 'text'),
      need('started_at', 'timestamptz'),
      need('ended_at', 'timestamptz'),
      need('control_sample_size', 'number'),
      need('treatment_sample_size', 'number'),
      need('control_conversion_rate', 'number'),
      need('treatment_conversion_rate', 'number'),
      need('lift_pct', 'number'),
      need('p_value', 'number'),
      need('winner', 'text'),
      need('recommendation', 'text'),
    ],
  },
];
