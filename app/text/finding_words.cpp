#include "text/finding_words.h"

#include "text/texts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <cmath>

namespace threadscape {

namespace {

// The units that the engine's settings and findings have, for translators.
[[maybe_unused]] constexpr const char* kUnits[] = {
    QT_TRANSLATE_NOOP("Unit", "s"),  QT_TRANSLATE_NOOP("Unit", "ms"),    QT_TRANSLATE_NOOP("Unit", "us"),
    QT_TRANSLATE_NOOP("Unit", "/s"), QT_TRANSLATE_NOOP("Unit", "money"), QT_TRANSLATE_NOOP("Unit", "%"),
};

struct Value {
    QString operator()(std::monostate) const { return QStringLiteral("–"); }
    QString operator()(std::int64_t n) const { return QLocale().toString(static_cast<qlonglong>(n)); }
    QString operator()(double x) const { return numberInWords(x); }
    QString operator()(bool yes) const
    {
        return yes ? QCoreApplication::translate("Findings", "yes")
                   : QCoreApplication::translate("Findings", "no");
    }
    QString operator()(const std::string& text) const { return QString::fromStdString(text); }
    QString operator()(const Text& words) const { return inWords(words); }
    QString operator()(const std::vector<std::string>& list) const
    {
        if (list.empty())
            return (*this)(std::monostate());
        QStringList parts;
        for (const std::string& part : list)
            parts << nameInWords(part);
        return parts.join(QStringLiteral(", "));
    }
    // Limited to a readable number; files have them all.
    QString operator()(const std::vector<std::int64_t>& list) const
    {
        constexpr std::size_t kMost = 24;
        if (list.empty())
            return QStringLiteral("–");
        QStringList parts;
        for (std::size_t i = 0; i < std::min(list.size(), kMost); ++i)
            parts << (*this)(list[i]);
        if (list.size() > kMost)
            parts << QStringLiteral("…");
        return parts.join(QStringLiteral(", "));
    }
};

// ns in one of a unit of time; 0 for other units.
double nsOf(const std::string& unit)
{
    return unit == "s" ? 1e9 : unit == "ms" ? 1e6 : unit == "us" ? 1e3 : 0;
}

} // namespace

QString unitInWords(const std::string& unit)
{
    return unit.empty() ? QString() : QCoreApplication::translate("Unit", unit.c_str());
}

QString valueInWords(const Finding& finding)
{
    if (const auto* time = std::get_if<double>(&finding.value); time != nullptr && nsOf(finding.unit) > 0)
        return std::isfinite(*time) ? durationInWords(std::llround(*time * nsOf(finding.unit)))
                                    : QStringLiteral("–");
    const auto* const real = std::get_if<double>(&finding.value);
    const QString value =
        real != nullptr ? numberToWithin(*real, finding.resolution) : std::visit(Value{}, finding.value);
    if (finding.unit.empty() || std::holds_alternative<std::monostate>(finding.value))
        return value;
    return QCoreApplication::translate("Findings", "%1 %2", "a number and its unit")
        .arg(value, unitInWords(finding.unit));
}

QString endInWords(Outcome outcome, std::int64_t ns)
{
    const QString time = durationInWords(ns);
    switch (outcome) {
    case Outcome::running: break;
    case Outcome::finished: return QCoreApplication::translate("Outcome", "Finished after %1").arg(time);
    case Outcome::timeUp: return QCoreApplication::translate("Outcome", "Time was up after %1").arg(time);
    case Outcome::stopped: return QCoreApplication::translate("Outcome", "Stopped after %1").arg(time);
    case Outcome::deadlocked: return QCoreApplication::translate("Outcome", "Deadlocked after %1").arg(time);
    case Outcome::stalled: return QCoreApplication::translate("Outcome", "Stalled after %1").arg(time);
    case Outcome::failed: return QCoreApplication::translate("Outcome", "Failed after %1").arg(time);
    case Outcome::interrupted:
        return QCoreApplication::translate("Outcome", "Interrupted after %1").arg(time);
    }
    return {};
}

} // namespace threadscape
