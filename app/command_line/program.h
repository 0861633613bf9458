#pragma once

namespace threadscape {

/// The whole program from its arguments to its exit code.
int runProgram(int argc, char** argv);

} // namespace threadscape
