// Arguments, one a line.
#include "command_line/command.h"
#include "lab/run/registry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count)
{
    using namespace threadscape;
    std::vector<std::string> arguments;
    std::string text(reinterpret_cast<const char*>(bytes), count);
    text.erase(std::remove(text.begin(), text.end(), '\0'), text.end()); // the system passes none
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        arguments.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    const auto command = parseCommand(arguments);
    if (!command)
        command.error().text.english();
    else if (command->verb == Command::Verb::run)
        configure(command->request);
    return 0;
}
