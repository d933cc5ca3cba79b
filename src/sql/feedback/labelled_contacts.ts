// Pairs what agents found out about a contact with what the validator had predicted. Reads the adapter views only; what
// follows from the pairs is decided elsewhere.
import { routine, type SqlModule } from '../kit/objects.ts';
import { type Fragment, sql } from '../kit/sql.ts';

/** The validator against the agents: the four counts as columns, over rows j of validated_feedback with a label. */
export const confusionCounts: Fragment = sql`
          count(*) filter (where j.predicted and j.business) as true_positives,
          count(*) filter (where j.predicted and not j.business) as false_positives,
          count(*) filter (where not j.predicted and not j.business) as true_negatives,
          count(*) filter (where not j.predicted and j.business) as false_negatives`;

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
  with feedback as (
    select
      f.contact_id,
      f.lead_id,
      f.agent_id,
      f.feedback_type,
      f.created_at,
      row_number() over (order by f.created_at, f.id) as n,
      -- Feedback that says nothing about it replaces nothing.
      min(f.created_at) filter (where f.feedback_type in ('business_number', 'correct_owner', 'good_lead')) over (
        partition by f.contact_id
        order by f.created_at, f.id
        rows between 1 following and unbounded following
      ) as replaced_at
    from lh_engine.host_feedback as f
    where f.created_at >= p_from
      and f.created_at <= p_until
  ),
  latest as (
    select distinct on (f.n)
      f.n,
      v.created_at,
      v.pattern_type,
      v.reason
    from feedback as f
    join lh_engine.host_validations as v
      on v.contact_id = f.contact_id
      and v.created_at <= f.created_at
    order by f.n, v.created_at desc, v.id desc
  )
  select
    f.contact_id::text,
    f.lead_id::text,
    f.agent_id,
    f.feedback_type,
    f.created_at,
    case when f.contact_id is not null then f.replaced_at end,
    l.created_at,
    l.pattern_type is not null and l.n is not null,
    l.pattern_type,
    l.reason,
    case
      when f.feedback_type = 'business_number' then true
      when f.feedback_type in ('correct_owner', 'good_lead') then false
    end
  from feedback as f
  left join latest as l on l.n = f.n;`,
});

export const labelledContacts: SqlModule = {
  name: 'feedback/labelled_contacts',
  objects: [validatedFeedback],
};
