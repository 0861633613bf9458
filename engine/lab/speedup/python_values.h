#pragma once

#include <nlohmann/json.hpp>
#include <type_traits>
#include <vector>

namespace threadscape {

/// Replaces `values`, of type double or bool, by those in an answer of kernels.py: a list of them, or a list of them per job.
/// False: the answer does not have as many, or has something else; then some were replaced. Threads: any.
template <typename T>
bool takePythonValues(const nlohmann::json& answer, std::vector<T>& values)
{
    std::size_t taken = 0;
    for (const auto& part : answer)
        for (const auto& value : part) {
            const bool fits = std::is_same_v<T, bool> ? value.is_boolean() : value.is_number();
            if (!fits || taken == values.size())
                return false;
            values[taken++] = value.template get<T>();
        }
    return taken == values.size();
}

} // namespace threadscape
