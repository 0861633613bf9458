#include "lab/files/text_json.h"

#include "base/mutex.h"
#include "base/scoped_lock.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace threadscape {

namespace {

using nlohmann::json;

// Everywhere else a template's texts are literals, which are never destroyed.
const char* kept(const std::string& text)
{
    static Mutex mutex;
    static auto* const texts = new std::set<std::string>;
    const ScopedLock guard(mutex);
    return texts->insert(text).first->c_str();
}

json argJson(const Text::Arg& arg)
{
    struct Visitor {
        json operator()(const std::string& text) const { return text; }
        json operator()(std::int64_t number) const { return number; }
        json operator()(DurationArg duration) const { return {{"ns", duration.ns}}; }
        json operator()(NumberArg number) const
        {
            return {{"value", realJson(number.value)}, {"digits", number.digits}};
        }
        json operator()(const NameArg& name) const { return {{"name", name.name}}; }
        json operator()(const ChainArg& chain) const { return {{"chain", chain.names}}; }
        json operator()(Template form) const { return templateJson(form); }
    };
    return std::visit(Visitor{}, arg);
}

std::int64_t integerFrom(const json& number)
{
    // Only integers select a plural form, and a large one would not fit.
    return number.is_number_integer() ? number.get<std::int64_t>() : 0;
}

Text::Arg argFrom(const json& arg)
{
    if (arg.is_string())
        return arg.get<std::string>();
    if (arg.is_number())
        return integerFrom(arg);
    if (arg.contains("ns"))
        return DurationArg{integerFrom(arg.at("ns"))};
    if (arg.contains("name"))
        return NameArg{arg.at("name").get<std::string>()};
    if (arg.contains("chain"))
        return ChainArg{arg.at("chain").get<std::vector<std::string>>()};
    constexpr std::int64_t kMostDigits = 17;
    if (arg.contains("value"))
        return NumberArg{realFrom(arg.at("value")), static_cast<int>(std::clamp<std::int64_t>(
                                                        integerFrom(arg.at("digits")), 0, kMostDigits))};
    return templateFrom(arg);
}

} // namespace

json realJson(double value)
{
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value > 0 ? "inf" : "-inf";
    return value;
}

double realFrom(const json& json)
{
    if (!json.is_string())
        return json.get<double>();
    const auto& name = json.get_ref<const std::string&>();
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    return name == "inf" ? kInfinity : name == "-inf" ? -kInfinity : std::numeric_limits<double>::quiet_NaN();
}

json templateJson(Template form)
{
    return {{"context", form.context}, {"source", form.source}};
}

Template templateFrom(const json& json)
{
    return {kept(json.at("context").get<std::string>()), kept(json.at("source").get<std::string>())};
}

json textJson(const Text& text)
{
    json result = templateJson(text.form());
    if (!text.args().empty()) {
        json& args = result["args"] = json::array();
        for (const Text::Arg& arg : text.args())
            args.push_back(argJson(arg));
        json findings = json::object();
        for (std::size_t i = 0; i < text.args().size(); ++i)
            if (!text.findingOf(i).empty())
                findings[std::to_string(i)] = text.findingOf(i);
        if (!findings.empty())
            result["findings"] = findings;
    }
    if (text.count())
        result["count"] = *text.count();
    return result;
}

Text textFrom(const json& json)
{
    Text text(templateFrom(json));
    if (json.contains("args")) {
        const auto& args = json.at("args");
        for (std::size_t i = 0; i < args.size(); ++i) {
            Text longer = std::move(text).arg(argFrom(args.at(i)));
            const std::string place = std::to_string(i);
            const bool linked = json.contains("findings") && json.at("findings").contains(place);
            text = linked ? std::move(longer).of(json.at("findings").at(place).template get<std::string>())
                          : std::move(longer);
        }
    }
    if (!json.contains("count"))
        return text;
    return std::move(text).count(integerFrom(json.at("count")));
}

} // namespace threadscape
