#include "text/experiment_words.h"

#include "measure/speedup_study.h"
#include "text/finding_words.h"
#include "text/texts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

namespace threadscape {

namespace {

// "threads, one interpreter lock, up to 4 jobs".
QString waysInWords(const SpeedupStudy& study)
{
    QStringList ways;
    for (const Backend backend : study.backends)
        ways << inWords(backendLabel(backend));
    return QCoreApplication::translate("ExperimentWords", "%1, up to %n jobs", "what a speedup compares",
                                       study.jobsMax)
        .arg(ways.join(QStringLiteral(", ")));
}

// "5 depositors", "10 withdrawers"; lanes under one heading are counted together.
QStringList lanesInWords(const Experiment& experiment)
{
    if (const std::optional<SpeedupStudy> study = experiment.study(); study && !study->backends.empty())
        return {waysInWords(*study)};
    const QLocale locale;
    std::vector<LaneGroup> headings;
    for (const LaneGroup& group : experiment.lanes()) {
        if (group.count == 0 || !group.counted || group.group.source[0] == '\0')
            continue;
        if (!headings.empty() && std::string_view(headings.back().group.source) == group.group.source)
            headings.back().count += group.count;
        else
            headings.push_back(group);
    }
    QStringList parts;
    for (const LaneGroup& group : headings) {
        const QString noun = group.count == 1 ? nameInWords(group.prefix) : inWords(group.group);
        parts << QCoreApplication::translate("ExperimentWords", "%1 %2", "how many of whom: 5 depositors")
                     .arg(locale.toString(static_cast<qlonglong>(group.count)), locale.toLower(noun));
    }
    return parts;
}

double plannedSeconds(const Experiment& experiment)
{
    if (experiment.plannedSeconds() > 0)
        return experiment.plannedSeconds();
    const Setting* own = experiment.setting("seconds");
    if (own == nullptr)
        return 0;
    const SettingValue value = own->current();
    const auto* real = std::get_if<double>(&value);
    return real != nullptr ? *real : static_cast<double>(std::get<std::int64_t>(value));
}

QString choiceInWords(const SettingSpec& spec, const std::string& name)
{
    for (const ChoiceSpec& choice : spec.choices) {
        if (choice.name == name)
            return inWords(choice.label);
    }
    return QString::fromStdString(name);
}

// "threads, one interpreter lock"
QString listInWords(const SettingSpec& spec, const std::string& names)
{
    QStringList words;
    for (const std::string& name : listParts(names))
        words << choiceInWords(spec, name);
    return words.join(QStringLiteral(", "));
}

// "Work: 20 ms", "A deposit wakes: one".
QString settingInWords(const SettingSpec& spec, const SettingValue& value)
{
    return QCoreApplication::translate("ExperimentWords", "%1: %2", "a setting and its value")
        .arg(inWords(spec.label), valueInWords(spec, value));
}

QString speedInWords(double speed)
{
    return QCoreApplication::translate("ExperimentWords", "%1×", "a speed").arg(numberInWords(speed, 3));
}

// Of a setting, or of the speed: "16", "1×".
QString changedValueInWords(const Experiment& experiment, const std::string& setting,
                            const SettingValue& value)
{
    if (const auto* speed = std::get_if<double>(&value); speed != nullptr && setting == kSpeedName)
        return speedInWords(*speed);
    const Setting* known = experiment.setting(setting);
    return known != nullptr ? valueInWords(known->spec(), value) : QString::fromStdString(settingText(value));
}

QString changedNameInWords(const Experiment& experiment, const std::string& setting)
{
    if (setting == kSpeedName)
        return QCoreApplication::translate("ExperimentWords", "Speed");
    const Setting* known = experiment.setting(setting);
    return known != nullptr ? inWords(known->spec().label) : QString::fromStdString(setting);
}

// "Threads: 8, from 1 s 16, from 2 s 2", for each that was changed while the run went on.
QStringList changesInWords(const Experiment& experiment, const std::vector<SettingChange>& changes)
{
    QStringList parts;
    std::set<std::string> told;
    for (const SettingChange& first : changes) {
        if (!told.insert(first.setting).second)
            continue;
        QString values = changedValueInWords(experiment, first.setting, first.from);
        for (const SettingChange& change : changes)
            if (change.setting == first.setting)
                values = QCoreApplication::translate("ExperimentWords", "%1, from %2 %3",
                                                     "values of a setting: 8, from 1 s 16, from 2 s 2")
                             .arg(values, durationInWords(change.atNs),
                                  changedValueInWords(experiment, change.setting, change.to));
        parts << QCoreApplication::translate("ExperimentWords", "%1: %2", "a setting and its value")
                     .arg(changedNameInWords(experiment, first.setting), values);
    }
    return parts;
}

bool isChanged(const std::string& setting, const std::vector<SettingChange>& changes)
{
    return std::ranges::any_of(changes,
                               [&](const SettingChange& change) { return change.setting == setting; });
}

// The lanes that a run began with, whatever was changed since.
QStringList lanesAtStart(const Run& run)
{
    if (run.result().changes.empty())
        return lanesInWords(run.experiment());
    auto request = run.request();
    request->changes.clear(); // they were made at other times than those that may be asked for
    const auto asStarted = configure(*request);
    return lanesInWords(asStarted ? **asStarted : run.experiment());
}

QString machineInWords(const RunResult& result)
{
    const QString cores =
        QCoreApplication::translate("ExperimentWords", "%n cores", nullptr, result.machine.cores);
    const QString os = QString::fromStdString(result.machine.os);
    const QString version = QString::fromStdString(result.version);
    if (result.machine.cpu.empty())
        return QCoreApplication::translate("ExperimentWords", "%1, %2; Threadscape %3",
                                           "cores, system, version")
            .arg(cores, os, version);
    return QCoreApplication::translate("ExperimentWords", "%1, %2, %3; Threadscape %4",
                                       "processor, cores, system, version")
        .arg(QString::fromStdString(result.machine.cpu), cores, os, version);
}

} // namespace

QString emptySentence(const Experiment& experiment)
{
    const QString setup = setupInWords(experiment);
    if (setup.isEmpty())
        return QCoreApplication::translate("ExperimentWords", "Space runs it");
    return QCoreApplication::translate("ExperimentWords", "Space runs it: %1",
                                       "what will run: 5 depositors, 8 s")
        .arg(setup);
}

QString setupInWords(const Experiment& experiment)
{
    QStringList parts = lanesInWords(experiment);
    if (const double seconds = plannedSeconds(experiment); seconds > 0)
        parts << durationInWords(std::llround(seconds * 1e9));
    return parts.join(QStringLiteral(", "));
}

QStringList rulesInWords(const Experiment& experiment)
{
    std::set<std::string> moved;
    for (const Preset& preset : experiment.presets())
        for (const auto& [name, value] : preset.settings)
            moved.insert(name);
    QStringList parts;
    for (const Setting* setting : experiment.settings()) {
        const SettingType type = setting->spec().type;
        if (moved.contains(setting->spec().name) &&
            (type == SettingType::choice || type == SettingType::boolean))
            parts << settingInWords(setting->spec(), setting->current());
    }
    return parts;
}

QString valueInWords(const SettingSpec& spec, const SettingValue& value)
{
    Finding shown{spec.name, spec.label, {}, spec.unit};
    if (spec.type == SettingType::text && settingText(value).empty())
        return inWords(spec.whenEmpty);
    if (const auto* name = std::get_if<std::string>(&value))
        shown.value = (spec.type == SettingType::list ? listInWords(spec, *name) : choiceInWords(spec, *name))
                          .toStdString();
    else
        std::visit([&](const auto& v) { shown.value = v; }, value);
    return valueInWords(shown);
}

QString captionInWords(const Run& run)
{
    const Experiment& experiment = run.experiment();
    const RunResult result = run.result();
    if (!run.request())
        return QCoreApplication::translate("ExperimentWords", "%1: %2, recorded elsewhere. Threadscape %3",
                                           "file, length, version: under a figure")
            .arg(inWords(run.question()), durationInWords(static_cast<std::int64_t>(result.seconds * 1e9)),
                 QString::fromStdString(result.version));
    QStringList parts = lanesAtStart(run);
    for (const auto& [name, value] : result.settingsAtStart) {
        const SettingSpec& spec = experiment.setting(name)->spec();
        if (spec.value != value && spec.name != "seconds" && spec.group != SettingGroup::who &&
            !isChanged(name, result.changes))
            parts << settingInWords(spec, value);
    }
    parts << changesInWords(experiment, result.changes);
    const QString title = inWords(experiment.identity().title);
    return QCoreApplication::translate("ExperimentWords", "%1: %2; %3, seed %4. %5",
                                       "title, settings, length, seed, machine: under a figure")
        .arg(title, parts.join(QStringLiteral(", ")),
             durationInWords(static_cast<std::int64_t>(result.seconds * 1e9)), QString::number(result.seed),
             machineInWords(result));
}

QString omissionsInWords(const Run& run)
{
    QStringList sentences;
    if (!run.request())
        for (const Text& sentence : run.warnings())
            sentences << inWords(sentence);
    return sentences.join(u' ');
}

QString moveInWords(const Experiment& experiment, const std::string& setting, const std::string& before,
                    const std::string& after)
{
    const Setting* known = experiment.setting(setting);
    const auto valueOf = [&](const std::string& text) {
        if (setting == kSpeedName)
            return speedInWords(QString::fromStdString(text).toDouble());
        const auto value = known != nullptr ? parseSetting(known->spec(), text)
                                            : tl::expected<SettingValue, Error>(SettingValue(text));
        return known != nullptr && value ? valueInWords(known->spec(), *value) : QString::fromStdString(text);
    };
    const QString name = changedNameInWords(experiment, setting);
    if (before.empty())
        return QCoreApplication::translate("ExperimentWords", "%1 %2", "a setting and its new value")
            .arg(name, valueOf(after));
    return QCoreApplication::translate("ExperimentWords", "%1 %2 → %3",
                                       "a setting, its old and its new value")
        .arg(name, valueOf(before), valueOf(after));
}

} // namespace threadscape
