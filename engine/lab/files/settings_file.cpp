#include "lab/files/settings_file.h"

#include "lab/kit/file_contents.h"

#include <nlohmann/json.hpp>
#include <system_error>

namespace threadscape {

namespace {

using nlohmann::json;

constexpr const char* kFormat = "threadscape settings";
constexpr int kVersion = 1;
constexpr std::uintmax_t kMostBytes = 1U << 20U; // a thousand times the usual size

Error damaged(const std::string& name)
{
    return {Text(TS_TEXT("files", "%1 is no settings file of Threadscape, or it is damaged.")).arg(name)};
}

// A value as in commands; users may write numbers and booleans without quotes.
std::string textOf(const json& value)
{
    if (value.is_number_float())
        return settingText(value.get<double>());
    return value.is_string() ? value.get<std::string>() : value.dump();
}

// Throws json::exception when something is missing or of another type.
RunRequest requestFrom(const json& all)
{
    RunRequest request;
    request.experiment = all.at("experiment").get<std::string>();
    request.preset = all.at("preset").get<std::string>();
    for (const auto& [name, value] : all.at("settings").items())
        request.settings[name] = textOf(value);
    request.seed = all.at("seed").get<std::uint64_t>();
    request.speed = all.at("speed").get<double>();
    return request;
}

} // namespace

bool isSettingsFile(const std::filesystem::path& path)
{
    return path.extension() == ".threadscape";
}

tl::expected<void, Error> saveSettings(const RunRequest& request, const std::filesystem::path& path)
{
    const auto experiment = configure(request);
    if (!experiment)
        return tl::unexpected(experiment.error());
    json settings = json::object();
    for (const Setting* setting : (*experiment)->settings())
        settings[setting->spec().name] = settingText(setting->told());
    double speed = request.speed.value_or(1);
    if (!request.speed)
        for (const Preset& preset : (*experiment)->presets())
            speed = preset.name == request.preset ? preset.speed : speed;
    const json all{{"format", kFormat},
                   {"version", kVersion},
                   {"experiment", request.experiment},
                   {"preset", request.preset},
                   {"settings", settings},
                   {"seed", request.seed},
                   {"speed", speed}};
    return writeFile(path, [&](std::ostream& out) {
        out << all.dump(2, ' ', false, json::error_handler_t::replace) << '\n';
    });
}

tl::expected<RunRequest, Error> openSettings(const std::filesystem::path& path)
{
    const std::string name = path.filename().string();
    std::error_code unknown;
    if (std::filesystem::is_regular_file(path, unknown) &&
        std::filesystem::file_size(path, unknown) > kMostBytes)
        return tl::unexpected(damaged(name));
    const auto bytes = contentsOf(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    RunRequest request;
    try {
        const json all = json::parse(*bytes);
        if (all.at("format").get<std::string>() != kFormat)
            return tl::unexpected(damaged(name));
        if (const auto version = all.at("version").get<std::int64_t>(); version != kVersion)
            return tl::unexpected(Error{Text(TS_TEXT("files", "%1 is of another version of Threadscape: its "
                                                              "format is %2, and this one reads %3."))
                                            .arg(name)
                                            .arg(version)
                                            .arg(std::int64_t{kVersion})});
        if (const json& seed = all.at("seed"); !seed.is_number_unsigned())
            return tl::unexpected(Error{Text(TS_TEXT("files", "%1 has the seed %2: it must be a whole number "
                                                              "from 0 to 18446744073709551615."))
                                            .arg(name)
                                            .arg(seed.dump(-1, ' ', true, json::error_handler_t::replace))});
        request = requestFrom(all);
    } catch (const json::exception&) {
        return tl::unexpected(damaged(name));
    }
    if (const auto allowed = configure(request); !allowed)
        return tl::unexpected(allowed.error());
    return request;
}

} // namespace threadscape
