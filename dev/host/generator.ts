// The typed front of the generator: installs host and generator, and calls the functions of schema lh_demo.
// Parameters go to SQL as they are, so their keys are those of README.md; nothing here computes a pipeline.
import { readFileSync } from 'node:fs';
import type { ClientBase } from 'pg';
import { type IdType, renderHostSchema } from './schema.ts';

export type Source = {
  readonly name: string;
  readonly share: number;
  readonly contact_rate?: number;
  readonly qualification_rate?: number;
  readonly response_median_hours?: number;
  readonly wrong_number_share?: number;
};

export type Pattern = { readonly type: string; readonly share: number; readonly precision?: number };

export type IncidentKind =
  | 'volume'
  | 'contact_rate'
  | 'qualification_rate'
  | 'response_hours'
  | 'follow_up_days'
  | 'wrong_number_share'
  | 'precision'
  | 'recall';

export type IncidentTime = {
  readonly start_day: number;
  readonly end_day?: number;
  readonly ramp_days?: number;
};

export type Incident = IncidentTime & { readonly what: IncidentKind; readonly source?: string } & (
    | { readonly to: number }
    | { readonly factor: number }
  );

export type GivenTest = {
  readonly id: string;
  readonly treatment_pct?: number;
  readonly lift_pct?: number;
  readonly response_factor?: number;
  readonly first_day?: number;
  readonly end_day?: number;
};

export type Skill = { readonly lift_pct?: number; readonly response_factor?: number };

export type PipelineParameters = {
  readonly seed: string;
  readonly first_day: string;
  readonly days: number;
  readonly time_zone: string;
  readonly leads_per_day: number;
  readonly volume_by_weekday: readonly number[];
  readonly volume_noise: number;
  readonly season_amplitude: number;
  readonly season_days: number;
  readonly rate_noise: number;
  readonly response_noise: number;
  readonly response_by_weekday: readonly number[];
  readonly qualification_by_weekday: readonly number[];
  readonly opening_hour: number;
  readonly closing_hour: number;
  readonly business_hours_share: number;
  readonly earliest_hour: number;
  readonly latest_hour: number;
  readonly answered: 'always' | 'business_hours';
  readonly sources: readonly Source[];
  readonly contact_rate: number;
  readonly qualification_rate: number;
  readonly wrong_number_share: number;
  readonly response_median_hours: number;
  readonly response_sigma: number;
  readonly follow_up_median_days: number;
  readonly follow_up_sigma: number;
  readonly dead_median_days: number;
  readonly dead_sigma: number;
  readonly dead_share: number;
  readonly give_up_days: number;
  readonly closed_share: number;
  readonly close_median_days: number;
  readonly agents: readonly string[];
  readonly counties: readonly string[];
  readonly distress_types: readonly string[];
  readonly contacts_per_lead: number;
  readonly business_share: number;
  readonly precision: number;
  readonly recall: number;
  readonly patterns: readonly Pattern[];
  readonly feedback_share: number;
  readonly correct_owner_share: number;
  readonly incidents: readonly Incident[];
  readonly tests: readonly GivenTest[];
  readonly skills: Readonly<Record<string, Skill>>;
};

export type History = {
  readonly leads: number;
  readonly contacts: number;
  readonly feedback: number;
  readonly first_day: string;
  readonly last_day: string;
  readonly present: string;
};

/** The generator as one script; the psql file with its includes in place. */
export function renderGenerator(): string {
  const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
  return read('./generator.sql').replace(/^\\ir (\S+)$/gm, (_line, path: string) => read(`./${path}`));
}

export async function installHost(client: ClientBase, { ids }: { readonly ids: IdType }): Promise<void> {
  await client.query(renderHostSchema({ ids }));
}

export async function installGenerator(client: ClientBase): Promise<void> {
  await client.query(renderGenerator());
}

/** Begins a pipeline: all leads of its days, as they stand at `present` (default: the end of its last day). */
export async function generateHistory(
  client: ClientBase,
  parameters: Partial<PipelineParameters> = {},
  present: string | null = null,
): Promise<History> {
  const result = await client.query('select lh_demo.generate_history($1, $2) as history', [
    JSON.stringify(parameters),
    present,
  ]);
  return result.rows[0].history;
}

/** The day's leads arrive; `assign` is a query over `lead.id` that gives test and group, or null. */
export async function generateDay(
  client: ClientBase,
  day: string,
  assign: string | null = null,
): Promise<number> {
  const result = await client.query('select lh_demo.generate_day($1, $2) as leads', [day, assign]);
  return Number(result.rows[0].leads);
}

export async function advanceTo(
  client: ClientBase,
  present: string,
): Promise<{ readonly present: string; readonly changed: number; readonly feedback: number }> {
  const result = await client.query('select lh_demo.advance_to($1) as advance', [present]);
  return result.rows[0].advance;
}

/** Empties every table of the host and forgets the pipeline; ids start from 1 again. */
export async function resetHost(client: ClientBase): Promise<void> {
  await client.query('select lh_demo.reset()');
}
