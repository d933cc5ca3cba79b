// The documents that cross the boundary: what the analysis of one test is made from, and the settings it obeys. Both
// are kept in the record of every look, so that it can be replayed. Knows no rule.
import * as v from 'valibot';
import { count, finite, id } from '../parse.ts';
import { recordedKeys } from '../settings/catalog.ts';
import { settingsSchema as schemaOfSettings } from '../settings/schemas.ts';

/** Leads of one arm and source; times to first contact in hours. `group` is the value of the host's column. */
const leadCountsSchema = v.object({
  group: v.nullable(v.string()),
  source: v.nullable(v.string()),
  leads: count,
  conversions: count,
  dead: count,
  response_n: count,
  response_mean_hours: v.nullable(finite),
  response_variance: v.nullable(finite),
});

/**
 * An earlier look. `information` is null where its rule records none or the test had no plan yet; since record version
 * 2 its plan stands beside it.
 */
const pastLookSchema = v.object({
  information: v.nullable(finite),
  planned_leads_per_group: v.optional(v.nullable(count)),
  control_leads: count,
  control_conversions: count,
  treatment_leads: count,
  treatment_conversions: count,
  /** Whether leads were counted as they are now, up to no later day: then no arm may have lost any. Since version 3. */
  counts_alike: v.optional(v.boolean()),
});

/**
 * The leads of a test as units, since record version 3. `leads` are all rows, what is left out of the arms included: rows
 * from before the start and those of a lead but the first. A label differs from the hash, or shares a property, only
 * among counted leads of an arm.
 */
const unitsSchema = v.object({
  leads: count,
  before_start: count,
  doubled: count,
  unknown_status: count,
  other_arm: count,
  same_property: count,
  property_in_both: count,
});

/** Everything of a test that its recommendation depends on. The host's numbers may be anything: none is refused. */
export const inputsSchema = v.object({
  min_sample_size: v.nullable(finite),
  confidence_level: v.nullable(finite),
  traffic_allocation_pct: v.nullable(finite),
  skill_status: v.nullable(v.string()),
  skill_exists: v.boolean(),
  running_days: v.nullable(finite),
  /** As a person reads it; null where there is none. Since record version 3, as are the next three. */
  started_at: v.optional(v.nullable(v.string())),
  /** Whether the test started at a moment that is past. */
  has_started: v.optional(v.boolean()),
  /** Terms that are no finite number, with what stands there. */
  unreadable: v.optional(v.array(v.object({ column: v.string(), value: v.string() }))),
  units: v.optional(unitsSchema),
  confounded_with: v.nullable(v.string()),
  planned_leads_per_group: v.nullable(count),
  planned_lift: v.nullable(finite),
  /** null where no conversion rate was known when the plan was made: such a plan is provisional. */
  planned_baseline_rate: v.nullable(finite),
  baseline: v.object({ leads: count, conversions: count }),
  history: v.array(pastLookSchema),
  groups: v.array(leadCountsSchema),
});

/**
 * The settings that a recommendation depends on: a new one is marked so in the catalog, and is then in every record.
 */
export const settingsSchema = schemaOfSettings(recordedKeys);

/** Where the sequence of looks stood after an earlier one (statistics/sequential/boundaries.ts). No record has it. */
const standingSchema = v.object({
  confidence_level: finite,
  fractions: v.array(finite),
  level: v.nullable(finite),
  reach: finite,
  masses: v.array(finite),
});

const ids = v.nullish(v.array(v.string()));

export const testSchema = v.object({
  ab_test_id: id,
  skill_id: v.nullable(id),
  test_name: v.nullable(v.string()),
  metric: v.nullable(v.string()),
  inputs: v.omit(inputsSchema, ['confounded_with']),
  standing: v.nullish(standingSchema),
  /** The first of its leads with a fault (units.ts). */
  fault_ids: v.nullish(
    v.object({
      unknown_status_in_test: ids,
      unknown_group: ids,
      before_start: ids,
      doubled_leads: ids,
      other_arm: ids,
    }),
  ),
});

export const analysisSchema = v.object({
  as_of: v.string(),
  settings: settingsSchema,
  tests: v.array(testSchema),
  leads_without_test: count,
  /** The first of them. */
  stray_ids: ids,
});

export type LeadCounts = v.InferOutput<typeof leadCountsSchema>;
export type PastLook = v.InferOutput<typeof pastLookSchema>;
export type Units = v.InferOutput<typeof unitsSchema>;
export type Inputs = v.InferOutput<typeof inputsSchema>;
export type Settings = v.InferOutput<typeof settingsSchema>;
export type Test = v.InferOutput<typeof testSchema>;
