// Runs the draw's verbs as a process, for the tests that need a real one.
import { drawProgram } from './draw-program.ts';

drawProgram().parse();
