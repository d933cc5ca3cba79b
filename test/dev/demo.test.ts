// The demo as npm start plays it, on fixed dates: what was injected must be found, tested and decided rightly, and
// reported in lines that a terminal can show.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { calendarOf, daysOf, liveDay, makeHistory } from '../../dev/demo/demo.ts';
import { bar, type Cycle, calendarDay, makeReporter, wrap } from '../../dev/demo/report.ts';
import { createDatabase } from '../support/database.ts';

const demo = suite('the demo');
const calendar = calendarOf(Date.parse('2026-03-04T15:00Z'));
const { client, drop } = await createDatabase({ ids: 'bigint' });
demo.after(drop);

const play = async (): Promise<Cycle[]> => {
  const cycles: Cycle[] = [];
  for (const day of daysOf(calendar)) cycles.push((await liveDay(client, day)) as Cycle);
  return cycles;
};

demo('has five weeks of history, then at least six weeks from a Monday to yesterday', () => {
  assert.equal(calendar, { first: '2025-12-15', loopFrom: '2026-01-19', loopTo: '2026-03-03' });
  const days = daysOf(calendar);
  assert.is(days.length, 44);
  assert.is(days[0], '2026-01-19');
  assert.is(days[43], '2026-03-03');
});

demo('finds the injected problems, keeps the skill that helps and kills the one that harms', async () => {
  await makeHistory(client, calendar);
  await client.query(`select lh_engine.set_setting('profile', '"rigorous"')`);
  const cycles = await play();
  const lines = cycles.flatMap(makeReporter(() => 500).report);
  const { rows } = await client.query(
    `select s.skill_type, s.status, t.status as test, t.recommendation
     from public.lh_spawned_skills as s join public.lh_ab_tests as t on t.skill_id = s.id`,
  );
  const of = (type: string) => rows.find((row) => row.skill_type === type);
  assert.equal(of('instant-responder'), {
    skill_type: 'instant-responder',
    status: 'active',
    test: 'completed',
    recommendation: 'KEEP',
  });
  assert.is(of('lead-scorer')?.recommendation, 'KILL');
  assert.ok(rows.some(({ test }) => test === 'running'));
  for (const word of ['low_response_rate', 'weak_lead_source', 'validation_accuracy_drop', 'KEEP', 'KILL'])
    assert.ok(
      lines.some((line) => line.includes(word)),
      word,
    );
  assert.ok(lines.every((line) => line.length <= 140));
});

demo('reports a bottleneck when it appears and when it goes, and nothing on a quiet day', () => {
  const { report } = makeReporter(() => 100);
  const found = {
    type: 'slow_follow_up',
    severity: 'medium',
    segment: null,
    explanation: 'It takes 6 days.',
  };
  const cycle = (as_of: string, bottlenecks: Cycle['bottlenecks']): Cycle => ({
    as_of,
    bottlenecks,
    decisions: [],
    analysis: null,
  });
  assert.equal(report(cycle('2026-03-02', [found])), [
    'Mon  2 Mar  found    slow_follow_up (medium): It takes 6 days.',
  ]);
  assert.equal(report(cycle('2026-03-03', [found])), []);
  assert.equal(report(cycle('2026-03-04', [])), ['Wed  4 Mar  gone     slow_follow_up']);
});

demo('draws bars to an eighth of a character and never longer than full', () => {
  assert.is(bar(0, 100), '');
  assert.is(bar(50, 100), '█'.repeat(12));
  assert.is(bar(1, 192), '▏');
  assert.is(bar(500, 100), '█'.repeat(24));
});

demo('breaks lines between words and names days the short way', () => {
  assert.equal(wrap('one two three', '  ', 8), ['one two', '  three']);
  assert.is(calendarDay('2026-10-05'), 'Mon  5 Oct');
});

demo.run();
