#include "text/difference_words.h"

#include "text/experiment_words.h"
#include "text/finding_words.h"
#include "text/texts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace threadscape {

namespace {

// In mid-sentence case: "Notify" becomes "notify", "GIL" stays.
QString withinSentence(const QString& name)
{
    if (name.size() < 2 || name[1].isUpper())
        return name;
    return QLocale().toLower(name.left(1)) + name.mid(1);
}

QString changed(const QString& what, const QString& before, const QString& after, bool number = true)
{
    if (!number) // two adjacent words are separated by a colon
        return QCoreApplication::translate("DifferenceWords", "%1: %2 → %3",
                                           "a setting before and after: with a lock: no → yes")
            .arg(what, before, after);
    return QCoreApplication::translate("DifferenceWords", "%1 %2 → %3",
                                       "a setting before and after: withdrawers 10 → 20")
        .arg(what, before, after);
}

const SettingValue* find(const RunSettings::Values& values, const std::string& name)
{
    for (const auto& [key, value] : values)
        if (key == name)
            return &value;
    return nullptr;
}

// "10", or "10, then 20" if it was changed during the run.
QString valueOf(const SettingSpec& spec, const RunSettings& settings, const SettingValue& atStart)
{
    const QString start = valueInWords(spec, atStart);
    const SettingValue* end = find(settings.atEnd, spec.name);
    if (end == nullptr || *end == atStart)
        return start;
    return QCoreApplication::translate("DifferenceWords", "%1, then %2",
                                       "a setting that was moved while it ran")
        .arg(start, valueInWords(spec, *end));
}

QString presetInWords(const Experiment& experiment, const std::string& name)
{
    for (const Preset& preset : experiment.presets())
        if (preset.name == name)
            return inWords(preset.label);
    return QString::fromStdString(name);
}

} // namespace

RunSettings settingsOf(const RunResult& result)
{
    return {result.preset, result.settingsAtStart, result.settings, result.seed, result.speed};
}

RunSettings::Values valuesOf(const Experiment& experiment)
{
    RunSettings::Values values;
    for (const Setting* setting : experiment.settings())
        values.emplace_back(setting->spec().name, setting->told());
    return values;
}

QString differenceInWords(const Run& run, const RunSettings& to)
{
    if (!run.request())
        return QCoreApplication::translate("DifferenceWords", "another trace");
    const Experiment& experiment = run.experiment();
    const RunSettings from = settingsOf(run.result());
    QStringList parts;
    for (const Setting* setting : experiment.settings()) {
        const SettingSpec& spec = setting->spec();
        const SettingValue* before = find(from.atStart, spec.name);
        const SettingValue* after = find(to.atStart, spec.name);
        if (before == nullptr || after == nullptr)
            continue; // a file of another version
        const QString was = valueOf(spec, from, *before);
        const QString is = valueOf(spec, to, *after);
        if (was != is)
            parts << changed(withinSentence(inWords(spec.label)), was, is,
                             spec.type == SettingType::integer || spec.type == SettingType::real);
    }
    if (from.speed != to.speed) {
        const QString form = QCoreApplication::translate("DifferenceWords", "%1×", "a speed");
        parts << changed(QCoreApplication::translate("DifferenceWords", "speed"),
                         form.arg(numberInWords(from.speed, 3)), form.arg(numberInWords(to.speed, 3)));
    }
    if (from.seed != to.seed)
        parts << changed(QCoreApplication::translate("DifferenceWords", "seed"), QString::number(from.seed),
                         QString::number(to.seed));
    if (from.preset != to.preset)
        parts << changed(QCoreApplication::translate("DifferenceWords", "preset"),
                         presetInWords(experiment, from.preset), presetInWords(experiment, to.preset), false);
    return parts.isEmpty() ? QCoreApplication::translate("DifferenceWords", "the same settings")
                           : parts.join(QStringLiteral(", "));
}

} // namespace threadscape
