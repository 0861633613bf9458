#include "command_line/program.h"

int main(int argc, char** argv)
{
    return threadscape::runProgram(argc, argv);
}
