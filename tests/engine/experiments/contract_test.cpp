#include "lab/run/live_run.h"
#include "lab/run/registry.h"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

namespace threadscape {

namespace {

// Their values follow from the cores of the machine.
bool followsFromMachine(const std::string& what)
{
    static const std::set<std::string> all{"integrate jobs_max", "primes jobs_max", "parallel jobs",
                                           "thumbnails cores", "cores one-each"};
    return all.contains(what);
}

/// Their numbers of lanes do, too.
bool hasLanesOfMachine(const std::string& experiment)
{
    static const std::set<std::string> all{"integrate", "primes", "parallel", "thumbnails", "cores"};
    return all.contains(experiment);
}

std::string settingLine(const std::string& id, const SettingSpec& spec)
{
    std::ostringstream line;
    line << "  setting " << spec.name << ": " << settingTypeName(spec.type) << " = "
         << (followsFromMachine(id + " " + spec.name) ? "of the machine" : settingText(spec.value));
    if (spec.type == SettingType::integer || spec.type == SettingType::real)
        line << " [" << spec.min << ".." << spec.max << "]";
    line << (spec.unit.empty() ? "" : " in " + spec.unit) << (spec.live ? ", live" : "")
         << (spec.folder ? ", folder" : "") << ", group " << static_cast<int>(spec.group) << ", \""
         << spec.label.source << "\"\n";
    for (const ChoiceSpec& choice : spec.choices)
        line << "    choice " << choice.name << " \"" << choice.label.source << "\"\n";
    for (const Template& words : {spec.help, spec.whenEmpty})
        if (*words.source != '\0')
            line << "    \"" << words.source << "\"\n";
    return line.str();
}

std::string findingLine(const Finding& finding)
{
    return "finding " + finding.name + (finding.unit.empty() ? "" : " in " + finding.unit) + ", evidence " +
           std::to_string(static_cast<int>(finding.evidence)) + ", \"" + finding.label.source + "\"\n";
}

std::string presetLine(const std::string& id, const Preset& preset)
{
    std::string line = "  preset " + preset.name + " \"" + preset.label.source + "\":";
    if (followsFromMachine(id + " " + preset.name))
        return line + " of the machine\n";
    for (const auto& [name, value] : preset.settings)
        line += " " + name + "=" + value;
    return line + (preset.speed == 1 ? "" : ", speed " + settingText(preset.speed)) + "\n";
}

/// What is seen of it before a run, as it is set.
std::string pictureLines(const Experiment& experiment)
{
    std::ostringstream lines;
    lines << "    asks \"" << experiment.question().form().source << "\", plans "
          << experiment.plannedSeconds() << " s\n";
    for (const LaneGroup& lanes : experiment.lanes()) {
        lines << "    lanes " << lanes.group.source << " / " << lanes.prefix << ", ";
        if (!hasLanesOfMachine(experiment.id()))
            lines << lanes.count << ", ";
        lines << "naming " << static_cast<int>(lanes.naming) << (lanes.counted ? "" : ", uncounted") << ", \""
              << lanes.number.source << "\"\n";
    }
    for (const PlotSpec& plot : experiment.plots()) {
        lines << "    plot " << static_cast<int>(plot.kind) << ", share " << plot.share << ", "
              << plot.variable << ", \"" << plot.title.source << "\"" << (plot.cores ? ", cores" : "")
              << (plot.beside.empty() ? "" : ", beside " + plot.beside) << "\n";
        if (plot.kind != PlotSpec::Kind::values)
            continue;
        for (const PlotSpec::Band& band : experiment.bands(plot))
            lines << "      band " << band.low << ".." << band.high << " \"" << band.label.source << "\" \""
                  << band.missing.source << "\"\n";
    }
    return lines.str();
}

/// Of every experiment, in the order of the list: what scripts and other versions rely on.
std::string contract()
{
    std::string all;
    for (const auto& experiment : makeExperiments()) {
        const std::string id = experiment->id();
        all += id + " \"" + experiment->identity().topic.source + "\" \"" +
               experiment->identity().title.source + "\"\n";
        for (const Setting* setting : experiment->settings())
            all += settingLine(id, setting->spec());
        std::set<std::string> told;
        const Findings found = experiment->findings();
        for (const Finding& finding : found.all()) {
            all += "  " + findingLine(finding);
            told.insert(finding.name);
        }
        for (const Preset& preset : experiment->presets()) {
            all += presetLine(id, preset);
            const auto configured = configure({.experiment = id, .preset = preset.name});
            if (!configured) {
                ADD_FAILURE() << configured.error().text.english();
                continue;
            }
            all += pictureLines(**configured);
            const Findings inPreset = (*configured)->findings();
            for (const Finding& finding : inPreset.all())
                if (!told.contains(finding.name))
                    all += "    and " + findingLine(finding);
        }
    }
    return all;
}

// THREADSCAPE_GOLDEN=write writes it anew, to be looked at before it is committed.
TEST(Contract, SettingsPresetsFindingsAndPlotsStay)
{
    const std::string now = contract();
    const char* const golden = std::getenv("THREADSCAPE_GOLDEN");
    if (golden != nullptr && std::string(golden) == "write")
        std::ofstream(THREADSCAPE_CONTRACT) << now;
    std::ifstream kept(THREADSCAPE_CONTRACT);
    std::istringstream told(now);
    std::string experiment;
    std::string expected;
    std::string line;
    while (std::getline(kept, expected)) {
        if (!expected.starts_with(' '))
            experiment = expected;
        ASSERT_TRUE(std::getline(told, line)) << "after " << experiment << " comes no " << expected;
        ASSERT_EQ(line, expected) << "in " << experiment;
    }
    EXPECT_FALSE(std::getline(told, line)) << "is new: " << line;
}

} // namespace

} // namespace threadscape
