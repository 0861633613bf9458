#include "text/texts.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace threadscape {

namespace {

// Number of decimals for `significant` digits in total.
int digitsAfterPoint(double value, int significant)
{
    if (value == 0.0)
        return 0;
    const int before = static_cast<int>(std::floor(std::log10(std::fabs(value)))) + 1;
    return std::clamp(significant - before, 0, 17);
}

QString withoutTrailingZeros(QString number, const QLocale& locale)
{
    if (!number.contains(locale.decimalPoint()))
        return number;
    while (number.endsWith(locale.zeroDigit()))
        number.chop(1);
    if (number.endsWith(locale.decimalPoint()))
        number.chop(locale.decimalPoint().size());
    return number;
}

QString argInWords(const Text::Arg& arg)
{
    struct Visitor {
        QString operator()(const std::string& data) const { return QString::fromStdString(data); }
        QString operator()(std::int64_t n) const { return QLocale().toString(static_cast<qlonglong>(n)); }
        QString operator()(DurationArg d) const { return durationInWords(d.ns); }
        QString operator()(NumberArg n) const { return QLocale().toString(n.value, 'f', n.digits); }
        QString operator()(const NameArg& n) const { return nameInWords(n.name); }
        QString operator()(const ChainArg& chain) const
        {
            QStringList names;
            for (const std::string& name : chain.names)
                names << nameInWords(name);
            return names.join(QStringLiteral(" → "));
        }
        QString operator()(Template t) const { return inWords(t); }
    };
    return std::visit(Visitor{}, arg);
}

QString translated(Template form, std::optional<std::int64_t> count)
{
    if (form.source[0] == '\0')
        return {};
    if (!count)
        return QCoreApplication::translate(form.context, form.source);
    const int n = static_cast<int>(std::clamp<std::int64_t>(*count, 0, std::numeric_limits<int>::max()));
    QString words = QCoreApplication::translate(form.context, form.source, nullptr, n);
    // Qt has inserted the count without the locale's grouping; the arguments are not inserted yet, so this is the count.
    const QString plain = QString::number(n);
    if (const auto at = words.indexOf(plain); at >= 0)
        words.replace(at, plain.size(), QLocale().toString(static_cast<qlonglong>(*count)));
    return words;
}

} // namespace

QString inWords(Template form)
{
    return translated(form, std::nullopt);
}

namespace {

// `shown(argument's index, its text)` and `plain(a piece of the form)` return the replacement.
template <typename Shown, typename Plain>
QString filled(const Text& text, Shown&& shown, Plain&& plain)
{
    const QString form = translated(text.form(), text.count());
    const auto& args = text.args();
    QString words;
    words.reserve(form.size() + 16);
    qsizetype from = 0;
    // In one pass: a '%' inside an argument is data.
    for (qsizetype i = 0; i < form.size(); ++i) {
        const int place = form[i] == u'%' && i + 1 < form.size() ? form[i + 1].digitValue() : -1;
        if (place < 1 || static_cast<std::size_t>(place) > args.size())
            continue;
        const auto index = static_cast<std::size_t>(place) - 1;
        words += plain(form.mid(from, i - from));
        words += shown(index, argInWords(args[index]));
        from = ++i + 1;
    }
    return words += plain(form.mid(from));
}

} // namespace

QString inWords(const Text& text)
{
    const auto same = [](const QString& words) { return words; };
    return filled(
        text, [](std::size_t, const QString& words) { return words; }, same);
}

QString inRichWords(const Text& text, const QString& color)
{
    const auto escaped = [](const QString& words) { return words.toHtmlEscaped(); };
    const auto linked = [&](std::size_t arg, const QString& words) {
        const std::string& finding = text.findingOf(arg);
        return finding.empty()
                   ? words.toHtmlEscaped()
                   : QStringLiteral("<a href=\"%1\" style=\"color:%2; text-decoration:none\"><b>%3</b></a>")
                         .arg(QString::fromStdString(finding), color, words.toHtmlEscaped());
    };
    return filled(text, linked, escaped);
}

namespace {

// "7.9 × 10⁻⁸".
QString inPowersOfTen(double value, int significant)
{
    static constexpr std::array<char16_t, 10> kRaised{u'⁰', u'¹', u'²', u'³', u'⁴',
                                                      u'⁵', u'⁶', u'⁷', u'⁸', u'⁹'};
    const QLocale locale;
    const QStringList parts = QString::number(value, 'e', significant - 1).split(u'e');
    const int exponent = parts[1].toInt();
    QString raised = exponent < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar digit : QString::number(std::abs(exponent)))
        raised += kRaised[static_cast<std::size_t>(digit.digitValue())];
    const QString factor =
        withoutTrailingZeros(locale.toString(parts[0].toDouble(), 'f', significant - 1), locale);
    return QCoreApplication::translate("Number", "%1 × 10%2", "a small number: 7.9 × 10⁻⁸")
        .arg(factor, raised);
}

} // namespace

QString nameInWords(std::string_view name)
{
    // "Depositor 7", "Thread-1": the number and its separator are kept.
    const auto isNumber = [](char c) { return (c >= '0' && c <= '9') || c == ' ' || c == '-'; };
    std::size_t end = name.size();
    while (end > 0 && isNumber(name[end - 1]))
        --end;
    const std::string word(name.substr(0, end));
    if (word.empty())
        return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    const std::string_view number = name.substr(end);
    return QCoreApplication::translate("name", word.c_str()) +
           QString::fromUtf8(number.data(), static_cast<qsizetype>(number.size()));
}

QString durationInWords(std::int64_t ns)
{
    struct Unit {
        double ns;
        const char* form;
    };
    static constexpr std::array<Unit, 4> kUnits{{{1e9, QT_TRANSLATE_NOOP("Duration", "%1 s")},
                                                 {1e6, QT_TRANSLATE_NOOP("Duration", "%1 ms")},
                                                 {1e3, QT_TRANSLATE_NOOP("Duration", "%1 µs")},
                                                 {1.0, QT_TRANSLATE_NOOP("Duration", "%1 ns")}}};
    const double size = std::fabs(static_cast<double>(ns));
    // The unit is chosen by the rounded number: 999.6 us is "1 ms". Zero is "0 s".
    const auto* unit =
        std::find_if(kUnits.begin(), kUnits.end(), [size](const Unit& u) { return size >= u.ns * 0.9995; });
    if (unit == kUnits.end())
        unit = kUnits.begin();
    const QString number = numberInWords(static_cast<double>(ns) / unit->ns, 3);
    return QCoreApplication::translate("Duration", unit->form).arg(number);
}

QString numberToWithin(double value, double difference)
{
    constexpr int kUsual = 4;
    constexpr int kShown = 3; // of the difference
    constexpr int kMost = 17; // a double has no more
    const double size = std::fabs(difference);
    if (!std::isfinite(value) || !std::isnormal(size))
        return numberInWords(value, kUsual);
    const auto place = [](double number) { return static_cast<int>(std::floor(std::log10(number))); };
    const int first = std::isnormal(value) ? place(std::fabs(value)) : 0;
    return numberInWords(value, std::clamp(first - place(size) + kShown, kUsual, kMost));
}

QString numberInWords(double value, int significant)
{
    const QLocale locale;
    if (std::isnan(value))
        return QStringLiteral("–");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    constexpr double kReadable = 1e-6; // below it the zeros would have to be counted
    if (value != 0 && std::fabs(value) < kReadable)
        return inPowersOfTen(value, significant);
    const int digits = digitsAfterPoint(value, significant);
    return withoutTrailingZeros(locale.toString(value, 'f', digits), locale);
}

} // namespace threadscape
