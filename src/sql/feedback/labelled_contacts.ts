// Pairs what agents found out about a contact with what the validator had predicted, and counts the pairs. Reads the
// adapter views only; what follows from the counts is decided elsewhere.

import { shortened } from '../host/readable.ts';
import { routine, type SqlModule } from '../kit/objects.ts';
import { settingOf } from '../kit/settings.ts';
import { type Fragment, join, literal, sql } from '../kit/sql.ts';

/** The validator against the agents: the four counts as columns, over rows j of validated_feedback with a label. */
export const confusionCounts: Fragment = sql`
          count(*) filter (where j.predicted and j.business) as true_positives,
          count(*) filter (where j.predicted and not j.business) as false_positives,
          count(*) filter (where not j.predicted and not j.business) as true_negatives,
          count(*) filter (where not j.predicted and j.business) as false_negatives`;

/** What agents can say; the last three say nothing about whether the contact is a business. */
export const feedbackTypes: Fragment = join(
  ['business_number', 'correct_owner', 'good_lead', 'wrong_number', 'disconnected', 'bad_lead'].map(literal),
  ', ',
);

const validatedFeedback = routine({
  name: 'lh_engine.validated_feedback',
  args: { p_from: 'timestamptz', p_until: 'timestamptz' },
  returns: {
    rows: {
      contact_id: 'text',
      lead_id: 'text',
      agent_id: 'text',
      feedback_type: 'text',
      judged_at: 'timestamptz',
      replaced_at: 'timestamptz',
      validated_at: 'timestamptz',
      predicted: 'boolean',
      pattern_type: 'text',
      reason: 'text',
      business: 'boolean',
    },
  },
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'Each feedback on a contact from p_from on and up to p_until, with the latest validation of the contact before it. It counts until replaced_at, when the next feedback came that says whether the contact is a business. predicted: a pattern matched; business: true for business_number, false for correct_owner and good_lead, null for feedback that says nothing about it.',
  body: sql`
  with feedback as materialized (
    select
      f.contact_id,
      f.lead_id,
      ${shortened(sql`f.agent_id`)} as agent_id,
      ${shortened(sql`f.feedback_type`)} as feedback_type,
      f.created_at,
      row_number() over (order by f.created_at, f.id) as n
    from lh_engine.host_feedback as f
    where f.created_at >= p_from
      and f.created_at <= p_until
  ),
  validations as materialized (
    select
      v.contact_id,
      v.created_at,
      ${shortened(sql`v.pattern_type`)} as pattern_type,
      ${shortened(sql`v.reason`)} as reason,
      row_number() over (partition by v.contact_id order by v.created_at, v.id) as n
    from lh_engine.host_validations as v
    where v.created_at <= p_until
      -- As an array, of which the planner expects ten elements and not one.
      and v.contact_id in (select unnest(array(select distinct f.contact_id from feedback as f where f.contact_id is not null)))
  ),
  -- All of a contact in the order of time, validations first where times are equal. Windows find what belongs together,
  -- and no join: the planner knows nothing of how many rows these are, and a join by nested loops of two lists that it
  -- takes for one row is their product.
  timeline as (
    select f.contact_id, f.created_at, true as is_feedback, f.n, f.lead_id, f.agent_id, f.feedback_type, null as pattern_type, null as reason
    from feedback as f
    union all
    select v.contact_id, v.created_at, false, v.n, null, null, null, v.pattern_type, v.reason
    from validations as v
  ),
  placed as (
    select
      t.*,
      count(*) filter (where not t.is_feedback) over (
        partition by t.contact_id
        order by t.created_at, t.is_feedback, t.n
        rows unbounded preceding
      ) as validation_n,
      -- Feedback that says nothing about it replaces nothing. Backwards, because a frame whose start moves is computed
      -- anew for each row.
      min(t.created_at) filter (where t.feedback_type in ('business_number', 'correct_owner', 'good_lead')) over (
        partition by t.contact_id
        order by t.created_at desc, t.is_feedback desc, t.n desc
        rows between unbounded preceding and 1 preceding
      ) as replaced_at
    from timeline as t
  ),
  -- A validation and the feedback that came before the next one have the same number; 0 is feedback before any.
  paired as (
    select
      p.*,
      first_value(p.created_at) over validation as validated_at,
      first_value(p.pattern_type) over validation as validated_pattern,
      first_value(p.reason) over validation as validated_reason
    from placed as p
    window validation as (
      partition by p.contact_id, p.validation_n
      order by p.created_at, p.is_feedback, p.n
    )
  )
  select
    p.contact_id::text,
    p.lead_id::text,
    p.agent_id,
    p.feedback_type,
    p.created_at,
    case when p.contact_id is not null then p.replaced_at end,
    case when p.validation_n > 0 then p.validated_at end,
    p.validated_pattern is not null,
    p.validated_pattern,
    p.validated_reason,
    case
      when p.feedback_type = 'business_number' then true
      when p.feedback_type in ('correct_owner', 'good_lead') then false
    end
  from paired as p
  where p.is_feedback;`,
});

const countLabelled = routine({
  name: 'lh_engine.count_judged',
  args: { p_as_of: 'date' },
  returns: 'json',
  language: 'sql',
  volatility: 'stable',
  grants: ['operator', 'reader'],
  comment:
    'Counts of contacts labelled by their latest feedback, over detection.feedback_window_days ending with the day: overall, per pattern, and the businesses no pattern caught by what the validator said.',
  body: sql`
  with s as (
    select ${settingOf('detection.missed_examples')} as examples
  ),
  labelled as materialized (
    select j.*
    from lh_engine.moment(p_as_of) as m
    cross join lateral lh_engine.validated_feedback(
      lh_engine.day_start(m.as_of - ${settingOf('detection.feedback_window_days')} + 1, lh_engine.time_zone()),
      m.until
    ) as j
    where j.replaced_at is null
      and j.contact_id is not null
      and j.validated_at is not null
      and j.business is not null
  ),
  missed as (
    select j.reason, count(*) as n, (array_agg(j.contact_id order by j.judged_at desc, j.contact_id))[1:(select s.examples from s)] as contact_ids
    from labelled as j
    where not j.predicted
      and j.business
    group by j.reason
    order by n desc, j.reason
    limit (select s.examples from s)
  )
  select json_build_object(
    'settings', lh_engine.settings_json(),
    'overall', (
      select row_to_json(c)
      from (
        select${confusionCounts}
        from labelled as j
      ) as c
    ),
    'patterns', (
      select coalesce(json_agg(p), '[]'::json)
      from (
        select
          j.pattern_type,
          count(*) filter (where j.business) as true_positives,
          count(*) filter (where not j.business) as false_positives
        from labelled as j
        where j.predicted
        group by j.pattern_type
        order by j.pattern_type
      ) as p
    ),
    'missed', (select coalesce(json_agg(m), '[]'::json) from missed as m)
  );`,
});

export const labelledContacts: SqlModule = {
  name: 'feedback/labelled_contacts',
  objects: [validatedFeedback, countLabelled],
};
