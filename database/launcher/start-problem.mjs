/** Something the operator can understand and mend: shown without a stack. */
export class StartProblem extends Error {}
