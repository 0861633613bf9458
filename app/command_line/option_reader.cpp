#include "command_line/option_reader.h"

#include "lab/run/registry.h"

#include <QRegularExpression>
#include <algorithm>
#include <charconv>
#include <cmath>

namespace threadscape {

namespace {

constexpr int kMinSide = 200;
constexpr int kMaxSide = 10000;

bool contains(const std::vector<std::string>& list, const std::string& word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

template <typename T>
std::optional<T> parsed(const std::string& text)
{
    T value{};
    const char* end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, value);
    return failure == std::errc() && stop == end && !text.empty() ? std::optional(value) : std::nullopt;
}

Error unknownOption(const std::string& name, const std::vector<std::string>& known)
{
    const std::string near = nearestWord(name, known);
    if (!near.empty())
        return {Text(TS_TEXT("command_line", "There is no option %1; did you mean %2?")).arg(name).arg(near)};
    std::string all;
    for (const std::string& option : known)
        all += (all.empty() ? "" : ", ") + option;
    return {Text(TS_TEXT("command_line", "There is no option %1; allowed are %2.")).arg(name).arg(all)};
}

} // namespace

std::optional<Word> OptionReader::next()
{
    if (m_at == m_words.size())
        return std::nullopt;
    const std::string& text = m_words[m_at++];
    if (m_optionsOver || text.size() < 2 || text[0] != '-')
        return Word{text, std::nullopt, false};
    if (text == "--") {
        m_optionsOver = true;
        return next();
    }
    const auto equals = text.find('=');
    if (equals == std::string::npos)
        return Word{text, std::nullopt, true};
    return Word{text.substr(0, equals), text.substr(equals + 1), true};
}

tl::expected<std::string, Error> OptionReader::value(const Word& option,
                                                     const std::vector<std::string>& known,
                                                     const std::vector<std::string>& repeatable)
{
    if (!contains(known, option.name))
        return tl::unexpected(unknownOption(option.name, known));
    if (!m_seen.insert(option.name).second && !contains(repeatable, option.name))
        return tl::unexpected(
            Error{Text(TS_TEXT("command_line", "%1 is given twice; once is allowed.")).arg(option.name)});
    if (option.value)
        return *option.value;
    // "--json --png x" has forgotten a value; no value of ours begins with two dashes.
    if (m_at == m_words.size() || m_words[m_at].starts_with("--"))
        return tl::unexpected(
            Error{Text(TS_TEXT("command_line", "%1 needs a value: \"%1 VALUE\" or \"%1=VALUE\"."))
                      .arg(option.name)});
    return m_words[m_at++];
}

std::optional<double> readNumber(const std::string& text)
{
    const auto value = parsed<double>(text);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

tl::expected<double, Error> readReal(const std::string& option, const std::string& text, double min,
                                     double max)
{
    const auto value = parsed<double>(text);
    if (!value || !std::isfinite(*value) || *value < min || *value > max)
        return tl::unexpected(
            Error{Text(TS_TEXT("command_line", "%1 takes a number from %2 to %3, not \"%4\"."))
                      .arg(option)
                      .arg(NumberArg{min, min == std::floor(min) ? 0 : 2})
                      .arg(NumberArg{max, 0})
                      .arg(text)});
    return *value;
}

tl::expected<std::uint64_t, Error> readSeed(const std::string& option, const std::string& text)
{
    if (const auto value = parsed<std::uint64_t>(text))
        return *value;
    return tl::unexpected(Error{
        Text(TS_TEXT("command_line", "%1 takes a whole number from 0 to 18446744073709551615, not \"%2\"."))
            .arg(option)
            .arg(text)});
}

tl::expected<TimeWindow, Error> readWindow(const std::string& option, const std::string& text)
{
    constexpr double kMost = 86400; // s: the maximum length of a run
    const auto dots = text.find("..");
    if (dots != std::string::npos) {
        const auto from = parsed<double>(text.substr(0, dots));
        const auto to = parsed<double>(text.substr(dots + 2));
        if (from && to && *from >= 0 && *to <= kMost && *to - *from >= 1e-6)
            return TimeWindow{std::llround(*from * 1e9), std::llround(*to * 1e9)};
    }
    return tl::unexpected(
        Error{Text(TS_TEXT("command_line",
                           "%1 takes FROM..TO in seconds of the run, such as 1.5..2, FROM before TO and both "
                           "from 0 to %2, not \"%3\"."))
                  .arg(option)
                  .arg(NumberArg{kMost, 0})
                  .arg(text)});
}

tl::expected<QSize, Error> readSize(const std::string& option, const std::string& text)
{
    static const QRegularExpression kForm(QStringLiteral("^(\\d{1,5})x(\\d{1,5})$"));
    const auto match = kForm.match(QString::fromStdString(text));
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (match.hasMatch() && std::min(size.width(), size.height()) >= kMinSide &&
        std::max(size.width(), size.height()) <= kMaxSide)
        return size;
    return tl::unexpected(Error{
        Text(TS_TEXT("command_line",
                     "%1 takes WIDTHxHEIGHT in pixels, such as 1600x900, each from %2 to %3, not \"%4\"."))
            .arg(option)
            .arg(std::to_string(kMinSide))
            .arg(std::to_string(kMaxSide))
            .arg(text)});
}

tl::expected<std::size_t, Error> readWord(const std::string& option, const std::string& text,
                                          const std::vector<std::string>& words)
{
    const auto found = std::find(words.begin(), words.end(), text);
    if (found != words.end())
        return static_cast<std::size_t>(found - words.begin());
    std::string all;
    for (const std::string& word : words)
        all += (all.empty() ? "" : ", ") + word;
    return tl::unexpected(Error{
        Text(TS_TEXT("command_line", "%1 takes one of: %2; not \"%3\".")).arg(option).arg(all).arg(text)});
}

} // namespace threadscape
