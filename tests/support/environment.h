#pragma once

#include <cstdlib>
#include <optional>
#include <string>

namespace threadscape {

/// Sets an environment variable during its lifetime. Threads: while no other thread reads the environment.
class Environment {
public:
    Environment(const char* name, const char* value) : m_name(name)
    {
        if (const char* before = std::getenv(name); before != nullptr)
            m_before = before;
        ::setenv(name, value, 1);
    }
    ~Environment()
    {
        if (m_before)
            ::setenv(m_name, m_before->c_str(), 1);
        else
            ::unsetenv(m_name);
    }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

private:
    const char* m_name;
    std::optional<std::string> m_before;
};

} // namespace threadscape
