#include "command_line/command.h"

#include "command_line/language_option.h"
#include "command_line/option_reader.h"
#include "lab/run/registry.h"

#include <filesystem>
#include <map>

namespace threadscape {

namespace {

using Done = tl::expected<void, Error>;

const std::vector<std::string> kVerbs{"open", "list", "run"};
const std::vector<std::string> kFigureOptions{"--window", "--size", "--theme"};
const std::vector<std::string> kSettingsOptions{"--preset", "--set",   "--seconds",
                                                "--seed",   "--speed", "--change"};

/// The options of `open`: outputs, and the look of figures.
std::vector<std::string> openOptions()
{
    std::vector<std::string> all;
    for (const OutputKind& kind : outputKinds())
        if (all.empty() || all.back() != kind.option)
            all.emplace_back(kind.option);
    all.insert(all.end(), kFigureOptions.begin(), kFigureOptions.end());
    all.insert(all.end(), {"--language", "--help"});
    return all;
}

std::vector<std::string> runOptions()
{
    std::vector<std::string> all = kSettingsOptions;
    const std::vector<std::string> others = openOptions();
    all.insert(all.end(), others.begin(), others.end());
    return all;
}

Done storeSetting(const std::string& text, RunRequest& request)
{
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        return tl::unexpected(Error{
            Text(TS_TEXT("command_line", "--set takes NAME=VALUE, such as --set depositors=3, not \"%1\"."))
                .arg(text)});
    request.settings[text.substr(0, equals)] = text.substr(equals + 1);
    return {};
}

// AT:NAME=VALUE. Whether there is such a setting is for the experiment to say.
Done storeChange(const std::string& text, RunRequest& request)
{
    const auto colon = text.find(':');
    const auto equals = text.find('=', colon == std::string::npos ? 0 : colon);
    const auto at = colon == std::string::npos ? std::nullopt : readNumber(text.substr(0, colon));
    if (!at || *at < 0 || equals == std::string::npos || equals == colon + 1)
        return tl::unexpected(Error{
            Text(TS_TEXT("command_line",
                         "--change takes AT:NAME=VALUE, AT in seconds of the run and not negative, such as "
                         "--change 1.5:threads=16, not \"%1\"."))
                .arg(text)});
    request.changes.push_back({*at, text.substr(colon + 1, equals - colon - 1), text.substr(equals + 1)});
    return {};
}

// If an option has several kinds, the file's ending selects one.
const OutputKind* kindOf(const std::string& option, const std::string& path)
{
    std::vector<const OutputKind*> kinds;
    for (const OutputKind& kind : outputKinds())
        if (option == kind.option)
            kinds.push_back(&kind);
    if (kinds.size() == 1)
        return kinds.front();
    const auto fits = std::ranges::find_if(
        kinds, [&](const OutputKind* kind) { return path.ends_with(std::string(".") + kind->ending); });
    return fits != kinds.end() ? *fits : nullptr;
}

Done storePath(const std::string& option, const std::string& text, OutputFiles& outputs)
{
    if (text.empty())
        return tl::unexpected(Error{
            Text(TS_TEXT("command_line", "%1 takes the name of a file, and none was given.")).arg(option)});
    const OutputKind* const kind = kindOf(option, text);
    if (text == "-" && (kind == nullptr || kind->target != OutputKind::Target::fileOrStandardOutput))
        return tl::unexpected(
            Error{Text(TS_TEXT("command_line",
                               "Only --json can write to standard output (\"-\"); %1 takes a path."))
                      .arg(option)});
    if (kind == nullptr)
        return tl::unexpected(Error{
            Text(TS_TEXT("command_line",
                         "--trace takes a file whose name ends in .tscape (to be opened here again) or .json "
                         "(for Perfetto), not \"%1\"."))
                .arg(text)});
    outputs.files.push_back({kind, text});
    return {};
}

Done storeOption(const std::string& option, const std::string& text, Command& command)
{
    RunRequest& request = command.request;
    if (option == "--set")
        return storeSetting(text, request);
    if (option == "--change")
        return storeChange(text, request);
    if (option == "--preset") {
        request.preset = text;
        return {};
    }
    if (option == "--seconds")
        return readReal(option, text, 0, 86400).map([&](double s) { request.seconds = s; });
    if (option == "--speed")
        return readReal(option, text, 0.01, 100).map([&](double x) { request.speed = x; });
    if (option == "--seed")
        return readSeed(option, text).map([&](std::uint64_t n) { request.seed = n; });
    if (option == "--size")
        return readSize(option, text).map([&](QSize size) { command.size = size; });
    if (option == "--window")
        return readWindow(option, text).map([&](TimeWindow window) { command.window = window; });
    if (option == "--theme")
        return readWord(option, text, {"light", "dark"}).map([&](std::size_t i) { command.dark = i == 1; });
    return storePath(option, text, command.outputs);
}

// Where it will be: with the target of a link, and without "..".
std::filesystem::path placeOf(const std::filesystem::path& path)
{
    std::error_code unknown;
    auto place = weakly_canonical(absolute(path), unknown);
    if (unknown)
        place = absolute(path).lexically_normal();
    return place.has_filename() ? place : place.parent_path(); // one that ends in a slash
}

// Two outputs with one path would overwrite each other. Of the tables in a folder only they know the names.
Done checkApart(const OutputFiles& outputs)
{
    const auto both = [](const char* first, const char* second, const std::filesystem::path& path) {
        return tl::unexpected(
            Error{Text(TS_TEXT("command_line", "%1 and %2 write to the same place, %3; give each its own."))
                      .arg(std::string(first))
                      .arg(std::string(second))
                      .arg(path.string())});
    };
    std::map<std::filesystem::path, const OutputKind*> taken;
    for (const auto& [kind, path] : outputs.files)
        if (path != "-") {
            const auto [place, fresh] = taken.emplace(placeOf(path), kind);
            if (!fresh)
                return both(place->second->option, kind->option, path);
        }
    for (const auto& [place, kind] : taken)
        if (const auto folder = taken.find(place.parent_path());
            folder != taken.end() && folder->second->target == OutputKind::Target::folder &&
            place.extension() == ".csv")
            return both(folder->second->option, kind->option, place);
    return {};
}

// In the order of the kinds, whatever the order of the options.
Done takeOutputs(OutputFiles& outputs)
{
    std::ranges::stable_sort(outputs.files, {}, &OutputFiles::File::kind);
    return checkApart(outputs);
}

tl::expected<Command, Error> parseRun(OptionReader reader)
{
    Command command;
    command.verb = Command::Verb::run;
    while (const auto word = reader.next()) {
        if (!word->isOption) {
            if (!command.request.experiment.empty())
                return tl::unexpected(
                    Error{Text(TS_TEXT("command_line",
                                       "run takes one experiment, and both \"%1\" and \"%2\" were given."))
                              .arg(command.request.experiment)
                              .arg(word->name)});
            command.request.experiment = word->name;
            continue;
        }
        if (word->name == "--help" || word->name == "-h")
            return Command{.verb = Command::Verb::help};
        const auto value = reader.value(*word, runOptions(), {"--set", "--change"});
        if (!value)
            return tl::unexpected(value.error());
        if (const auto stored = storeOption(word->name, *value, command); !stored)
            return tl::unexpected(stored.error());
    }
    if (command.request.experiment.empty())
        return tl::unexpected(
            Error{TS_TEXT("command_line",
                          "run needs the id of an experiment; \"threadscape list\" shows which there are.")});
    if (const auto apart = takeOutputs(command.outputs); !apart)
        return tl::unexpected(apart.error());
    return command;
}

tl::expected<Command, Error> parseOpen(OptionReader reader)
{
    Command command;
    command.verb = Command::Verb::open;
    while (const auto word = reader.next()) {
        if (!word->isOption) {
            if (!command.file.empty())
                return tl::unexpected(
                    Error{Text(TS_TEXT("command_line",
                                       "open takes one file, and both \"%1\" and \"%2\" were given."))
                              .arg(command.file.string())
                              .arg(word->name)});
            command.file = word->name;
            continue;
        }
        if (word->name == "--help" || word->name == "-h")
            return Command{.verb = Command::Verb::help};
        const auto value = reader.value(*word, openOptions(), {});
        if (!value)
            return tl::unexpected(value.error());
        if (const auto stored = storeOption(word->name, *value, command); !stored)
            return tl::unexpected(stored.error());
    }
    if (command.file.empty())
        return tl::unexpected(
            Error{TS_TEXT("command_line", "open needs a file, such as bank.tscape or bank.threadscape.")});
    if (const auto apart = takeOutputs(command.outputs); !apart)
        return tl::unexpected(apart.error());
    return command;
}

tl::expected<Command, Error> parseList(OptionReader reader)
{
    Command command;
    command.verb = Command::Verb::list;
    while (const auto word = reader.next()) {
        if (word->name == "--help" || word->name == "-h")
            return Command{.verb = Command::Verb::help};
        if (word->name != "--json" || word->value)
            return tl::unexpected(
                Error{Text(TS_TEXT("command_line", "list takes only --json and --language, not \"%1\"."))
                          .arg(word->written())});
        command.listAsJson = true;
    }
    return command;
}

tl::expected<Command, Error> parseWithoutLanguage(const std::vector<std::string>& arguments)
{
    if (arguments.empty())
        return Command{};
    const std::string& first = arguments.front();
    OptionReader rest({arguments.begin() + 1, arguments.end()});
    if (first == "run")
        return parseRun(std::move(rest));
    if (first == "open")
        return parseOpen(std::move(rest));
    if (first == "list")
        return parseList(std::move(rest));
    const bool help = first == "--help" || first == "-h";
    if (help || first == "--version") {
        if (const auto more = rest.next())
            return tl::unexpected(
                Error{Text(TS_TEXT("command_line", "%1 stands alone, and \"%2\" follows it."))
                          .arg(first)
                          .arg(more->written())});
        return Command{.verb = help ? Command::Verb::help : Command::Verb::version};
    }
    std::vector<std::string> known = kVerbs;
    known.insert(known.end(), {"--help", "--version"});
    const std::string near = nearestWord(first, known);
    if (!near.empty())
        return tl::unexpected(
            Error{Text(TS_TEXT("command_line", "There is no \"%1\"; did you mean %2? Allowed are "
                                               "open, list, run, --help and --version."))
                      .arg(first)
                      .arg(near)});
    return tl::unexpected(
        Error{Text(TS_TEXT("command_line",
                           "There is no \"%1\"; allowed are open, list, run, --help and --version."))
                  .arg(first)});
}

} // namespace

tl::expected<Command, Error> parseCommand(const std::vector<std::string>& arguments)
{
    const auto spoken = takeLanguage(arguments);
    if (!spoken)
        return tl::unexpected(spoken.error());
    auto command = parseWithoutLanguage(spoken->others);
    if (command)
        command->language = spoken->language;
    return command;
}

} // namespace threadscape
