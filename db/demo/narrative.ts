import { gradeOf } from '#app/domain/grading.ts';
import { classifyThemes } from '#app/domain/problems.ts';
import type {
  KeyProject,
  Measure,
  OutcomeIndicator,
  Problem,
  SubmissionContent,
} from '#app/domain/submission.ts';
import type { DemoYear, InventedOffice } from './offices.ts';
import { type Random, randomOf } from './random.ts';
import { type Losses, themesOfLosses } from './scores.ts';
import { noProblem, type ProblemSentence, problemSentences } from './sentences.ts';
import {
  functionsText,
  goals,
  innerDepartments,
  keyTasks,
  type OutcomeWords,
  outcomeWords,
  projectWords,
  subUnits,
} from './words.ts';

export type Basics = Pick<
  SubmissionContent,
  'functions' | 'innerDepartments' | 'subUnits' | 'subUnitsStated' | 'staffing' | 'goal' | 'keyTasks'
>;

/** What an office is and what it set out to do in a year. */
export function basicsOf(office: InventedOffice, year: DemoYear): Basics {
  const random = randomOf(`${office.code}:${year}:basics`);
  const shape = randomOf(`${office.code}:basics`);
  const units = subUnits.slice(0, shape.int(3, 6)).map((unit) => `${office.name}${unit}`);
  const tasks = random.sample(keyTasks, 4);
  return {
    functions: functionsText.replace('{office}', office.name),
    innerDepartments: innerDepartments.slice(0, shape.int(7, innerDepartments.length)),
    subUnits: units,
    subUnitsStated: units.length,
    staffing: Math.round(24 + office.profile.budgetWan / 180) + random.int(0, 9),
    goal: fill(random.pick(goals), { office: office.name, year: String(year) }),
    keyTasks: tasks.map((task, index) => `${index + 1}.${task}`).join('\n'),
  };
}

/** Four to seven targets; one in numbers is missed where the office gave up points for its targets. */
export function outcomesOf(office: InventedOffice, year: DemoYear, losses: Losses): OutcomeIndicator[] {
  const random = randomOf(`${office.code}:${year}:outcomes`);
  const isOutput = (one: OutcomeWords) => /^(数量|质量|时效|成本)/.test(one.class);
  const outputs = random.sample(outcomeWords.filter(isOutput), random.int(2, 4));
  const outcomes = random.sample(
    outcomeWords.filter((one) => !isOutput(one)),
    random.int(2, 3),
  );
  return [
    ...targetsOf(outputs, random, 'effectiveness.overall.outputs' in losses),
    ...targetsOf(outcomes, random, 'effectiveness.overall.outcomes' in losses),
  ];
}

function targetsOf(words: OutcomeWords[], random: Random, missed: boolean): OutcomeIndicator[] {
  const short = missed ? words.find((one) => one.range !== undefined) : undefined;
  return words.map((one) => targetOf(one, random, one === short));
}

function targetOf(words: OutcomeWords, random: Random, missed: boolean): OutcomeIndicator {
  const { class: kind, name, target, done, range, percent } = words;
  if (range === undefined) return { class: kind, name, target, completion: done };
  const goal = random.int(...range);
  const reached = missed
    ? Math.floor(goal * random.between(0.9, 0.97))
    : Math.ceil(goal * random.between(1, 1.12));
  return {
    class: kind,
    name,
    target: fill(target, { n: String(goal) }),
    completion: fill(done, { done: String(percent ? Math.min(100, reached) : reached) }),
  };
}

/** Two to four projects that share out part of the project expenditure. */
export function projectsOf(office: InventedOffice, year: DemoYear, projectYuan: string): KeyProject[] {
  const random = randomOf(`${office.code}:${year}:projects`);
  return random.sample(projectWords, random.int(2, 4)).map(({ name, outputs }) => {
    const score = random.pick(['100', '99.5', '99', '98', '97.6', '96', '95', '92.5', '89', '86']);
    return {
      name,
      amount: Math.round(Number(projectYuan) * random.between(0.05, 0.22)).toFixed(2),
      score,
      grade: gradeOf(score) === 'excellent' ? '优' : '良',
      outputs: fill(outputs, { n: String(random.int(16, 180)), m: String(random.int(2, 9)) }),
    };
  });
}

/** One to three problems with their measures: the office's habits, then what its lost points point to. */
export function problemsOf(
  office: InventedOffice,
  year: DemoYear,
  losses: Losses,
  projects: KeyProject[],
): { problems: Problem[]; measures: Measure[] } {
  const random = randomOf(`${office.code}:${year}:problems`);
  const lost = Object.values(losses).reduce((a, b) => a + b, 0);
  if (lost < 80 && office.profile.habits.length === 0)
    return { problems: [problem(noProblem)], measures: [] };
  const { habits: usual, troubles } = office.profile;
  const habits = [...(troubles?.[year] ?? []), ...usual.filter(() => random.chance(0.9))];
  const others = random.sample(themesOfLosses(losses).slice(0, 6), 6);
  const count = random.pick([1, 2, 2, 2, 3]);
  const themes = [...new Set([...habits, ...others])].slice(0, Math.max(count, habits.length));
  const chosen = themes.map((theme) => sentenceFor(theme, office, habits.includes(theme), random));
  const project = random.pick(projects).name;
  return {
    problems: chosen.map((one) => problem(fill(one.text, { project }))),
    measures: chosen.flatMap((one, index) => one.measures.map((text) => ({ text, problem: index }))),
  };
}

/** A habit is told in the same words every year. */
function sentenceFor(theme: string, office: InventedOffice, habit: boolean, random: Random): ProblemSentence {
  const fitting = problemSentences.filter((one) => one.theme === theme);
  return (habit ? randomOf(`${office.code}:${theme}`) : random).pick(fitting);
}

function problem(text: string): Problem {
  return { text, themes: classifyThemes(text) };
}

/** Replaces `{name}` by the value of that name. */
function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
