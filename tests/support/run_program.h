#pragma once

#include "support/eventually.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace threadscape {

/// How a program ended and what it wrote. `exitCode` is 128 + the signal when one ended it.
struct ProgramResult {
    int exitCode = -1;
    std::string out;
    std::string err;
};

/// A program that runs beside the test, without a display. Killed when it is not waited for.
class Program {
public:
    Program(const std::string& path, const std::vector<std::string>& arguments);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// The number of its threads; 0 when it has ended.
    std::size_t threads() const;
    /// The processes that it has started and that have not ended.
    std::vector<pid_t> children() const;
    void signal(int number) const;
    /// Reads all its output until it ends. Killed after `atMost`.
    ProgramResult wait(std::chrono::seconds atMost = std::chrono::seconds(120));

private:
    pid_t m_pid = -1;
    int m_out = -1;
    int m_err = -1;
};

/// Starts a program and waits for its end.
ProgramResult runProgram(const std::string& path, const std::vector<std::string>& arguments);

/// A new empty folder, deleted with this object.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    std::string file(const std::string& name) const { return (m_path / name).string(); }
    bool empty() const { return std::filesystem::is_empty(m_path); }

private:
    std::filesystem::path m_path;
};

/// The contents of a file; empty when it cannot be read.
std::string contentsOf(const std::string& path);

} // namespace threadscape
