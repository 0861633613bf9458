#pragma once

#include "base/text.h"
#include "view/axis/time_axis.h"

#include <QSize>
#include <optional>
#include <set>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace threadscape {

/// One word of the command line: an option, possibly with its value ("--seed=3"), or something else.
struct Word {
    std::string name;
    std::optional<std::string> value;
    bool isOption = false;

    std::string written() const { return value ? name + "=" + *value : name; }
};

/// Iterates over the words of a command line. Options may be written "--name value" or "--name=value"; after "--" nothing
/// is an option.
class OptionReader {
public:
    explicit OptionReader(std::vector<std::string> words) : m_words(std::move(words)) {}

    std::optional<Word> next();
    /// The value of `option`, which is one of `known` and is not given twice unless it is one of `repeatable`; or the
    /// sentence of what is wrong.
    tl::expected<std::string, Error> value(const Word& option, const std::vector<std::string>& known,
                                           const std::vector<std::string>& repeatable);

private:
    std::vector<std::string> m_words;
    std::size_t m_at = 0;
    bool m_optionsOver = false;
    std::set<std::string> m_seen;
};

/// A finite number, or nullopt.
std::optional<double> readNumber(const std::string& text);
/// The value of an option as a number within [min, max], a seed (0 to 2^64 - 1), a size ("1600x900"), or one of some
/// words (its index); or the sentence of what is allowed.
tl::expected<double, Error> readReal(const std::string& option, const std::string& text, double min,
                                     double max);
tl::expected<std::uint64_t, Error> readSeed(const std::string& option, const std::string& text);
/// A time window in seconds ("1.5..2", "0.2..0.25"), at least a microsecond long.
tl::expected<TimeWindow, Error> readWindow(const std::string& option, const std::string& text);
tl::expected<QSize, Error> readSize(const std::string& option, const std::string& text);
tl::expected<std::size_t, Error> readWord(const std::string& option, const std::string& text,
                                          const std::vector<std::string>& words);

} // namespace threadscape
