#include "lab/kit/given_names.h"

#include "lab/group.h"

#include <sstream>

namespace threadscape {

std::vector<std::string> givenNames(std::string_view text)
{
    std::vector<std::string> names;
    std::istringstream in{std::string(text)};
    for (std::string name; std::getline(in, name, ',');) {
        name.erase(0, name.find_first_not_of(' '));
        name.erase(name.find_last_not_of(' ') + 1);
        names.push_back(name);
    }
    return names;
}

std::vector<std::string> filledUp(std::vector<std::string> given, const Group& group, std::int64_t count)
{
    const std::int64_t missing = count - static_cast<std::int64_t>(given.size());
    for (std::int64_t number = 1; number <= missing; ++number)
        given.push_back(group.name(number));
    return given;
}

} // namespace threadscape
