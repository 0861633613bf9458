#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "plots/style/theme.h"

#include <QTest>
#include <array>
#include <cmath>

using namespace threadscape;

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

// What an eye without one kind of cone sees of linear RGB: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A
// Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1.
struct Vision {
    const char* name;
    Matrix matrix;
};
constexpr std::array<Vision, 4> kVisions{{
    {"all cones", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protanopia",
     {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deuteranopia",
     {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritanopia",
     {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
}};

Triple linear(const QColor& color)
{
    const auto decode = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return {decode(color.redF()), decode(color.greenF()), decode(color.blueF())};
}

double luminance(const QColor& color)
{
    const Triple c = linear(color);
    return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
}

// WCAG 2.1.
double contrast(const QColor& a, const QColor& b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

// CIE L*a*b*, D65.
Triple lab(const QColor& color, const Matrix& seen)
{
    const Triple in = linear(color);
    Triple c{};
    for (std::size_t i = 0; i < 3; ++i)
        c[i] = std::clamp(seen[i][0] * in[0] + seen[i][1] * in[1] + seen[i][2] * in[2], 0.0, 1.0);
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124564 * c[0] + 0.3575761 * c[1] + 0.1804375 * c[2]) / 0.95047);
    const double y = f(0.2126729 * c[0] + 0.7151522 * c[1] + 0.0721750 * c[2]);
    const double z = f((0.0193339 * c[0] + 0.1191920 * c[1] + 0.9503041 * c[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const Triple& a, const Triple& b)
{
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

const std::array<std::pair<const char*, Theme>, 2>& themes()
{
    static const std::array<std::pair<const char*, Theme>, 2> all{
        {{"light", Theme::light()}, {"dark", Theme::dark()}}};
    return all;
}

constexpr std::array kLooks{State::running, State::ready, State::lock, State::condition,
                            State::io,      State::sleep, State::idle};

} // namespace

/// That everybody can read what is shown, computed.
class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textStandsOut();
    void statesAreToldApartByColourOrShape();
    void theCommonestStatesAreToldApartByColourAlone();
    void curvesAreToldApartByColourOrMark();
    void wordsInACurvesColourStandOut();
    void aLectureHallGetsPartsOfItsScreensHeight();
};

void ThemeTest::textStandsOut()
{
    for (const auto& [name, theme] : themes())
        for (const QColor& behind : {theme.window, theme.panel, theme.plot, theme.lane})
            for (const QColor& text : {theme.text, theme.secondary, theme.accent, theme.error})
                QVERIFY2(contrast(text, behind) >= 4.5,
                         qPrintable(QStringLiteral("%1: %2 on %3 has %4")
                                        .arg(QLatin1StringView(name), text.name(), behind.name())
                                        .arg(contrast(text, behind))));
    for (const auto& [name, theme] : themes())
        QVERIFY2(contrast(theme.error, theme.errorBackground) >= 4.5, name);
}

void ThemeTest::statesAreToldApartByColourOrShape()
{
    constexpr double kClear = 20;     // of L*a*b*
    constexpr double kClearGrey = 10; // of L*
    for (const auto& [name, theme] : themes()) {
        for (const Vision& vision : kVisions) {
            for (const State a : kLooks) {
                for (const State b : kLooks) {
                    if (a >= b)
                        continue;
                    const StateStyle& one = theme.state(a);
                    const StateStyle& other = theme.state(b);
                    if (one.shape != other.shape || one.pattern != other.pattern)
                        continue;
                    const Triple seenOne = lab(one.fill, vision.matrix);
                    const Triple seenOther = lab(other.fill, vision.matrix);
                    const QString what = QStringLiteral("%1, %2: %3 and %4")
                                             .arg(QLatin1StringView(name), QLatin1StringView(vision.name),
                                                  one.fill.name(), other.fill.name());
                    QVERIFY2(distance(seenOne, seenOther) >= kClear, qPrintable(what));
                    QVERIFY2(std::fabs(seenOne[0] - seenOther[0]) >= kClearGrey, qPrintable(what));
                }
            }
        }
    }
}

// In a crowded column there are no shapes.
void ThemeTest::theCommonestStatesAreToldApartByColourAlone()
{
    for (const auto& [name, theme] : themes())
        for (const Vision& vision : kVisions)
            for (const auto& [a, b] : {std::pair{State::running, State::lock},
                                       {State::running, State::condition},
                                       {State::lock, State::condition},
                                       {State::ready, State::running},
                                       {State::ready, State::lock},
                                       {State::ready, State::condition}}) {
                const double apart = distance(lab(theme.state(a).fill, vision.matrix),
                                              lab(theme.state(b).fill, vision.matrix));
                QVERIFY2(apart >= 20,
                         qPrintable(QStringLiteral("%1, %2: %3 and %4, %5 apart")
                                        .arg(QLatin1StringView(name), QLatin1StringView(vision.name),
                                             theme.state(a).fill.name(), theme.state(b).fill.name())
                                        .arg(apart)));
            }
}

void ThemeTest::curvesAreToldApartByColourOrMark()
{
    const auto each = [](const Theme& theme, auto check) {
        for (std::size_t a = 0; a < theme.curves.size(); ++a)
            for (std::size_t b = 0; b < a; ++b)
                check(static_cast<Backend>(a), static_cast<Backend>(b));
    };
    for (const auto& [name, theme] : themes()) {
        each(theme, [&, theme = theme](Backend a, Backend b) {
            const CurveStyle& one = theme.curve(a);
            const CurveStyle& other = theme.curve(b);
            const bool baselines = isBaseline(a) && isBaseline(b);
            QVERIFY(one.mark != other.mark || one.hollow != other.hollow || one.color != other.color);
            QVERIFY(contrast(one.color, theme.plot) >= 3); // of what is no text
            // Where a colour has no shade of grey of its own, the mark is another.
            for (const Vision& vision : kVisions)
                if (one.mark == other.mark && one.hollow == other.hollow && !baselines)
                    QVERIFY(distance(lab(one.color, vision.matrix), lab(other.color, vision.matrix)) >= 20);
        });
        for (const Backend other :
             {Backend::sequential, Backend::threads, Backend::gil, Backend::nogil, Backend::processes}) {
            for (const Vision& vision : kVisions) {
                const Triple own = lab(theme.curve(Backend::parallel).color, vision.matrix);
                const Triple theirs = lab(theme.curve(other).color, vision.matrix);
                const QString what = QStringLiteral("%1, %2: %3")
                                         .arg(QLatin1StringView(name), QLatin1StringView(vision.name),
                                              theme.curve(other).color.name());
                QVERIFY2(distance(own, theirs) >= 20, qPrintable(what));
                QVERIFY2(std::fabs(own[0] - theirs[0]) >= 10, qPrintable(what));
            }
        }
    }
}

void ThemeTest::wordsInACurvesColourStandOut()
{
    for (const auto& [name, theme] : themes()) {
        for (const CurveStyle& style : theme.curves)
            for (const QColor& color : {style.color, theme.faded(style.color)})
                for (const QColor& behind : {theme.plot, theme.shade})
                    QVERIFY2(contrast(theme.legible(color), behind) >= 4.5, name);
        QCOMPARE(theme.legible(theme.text), theme.text);
    }
    QCOMPARE(Theme::light().legible(QColor(QStringLiteral("#0072B2"))), QColor(QStringLiteral("#0072B2")));
}

void ThemeTest::aLectureHallGetsPartsOfItsScreensHeight()
{
    using Type = Theme::Type;
    for (const int height : {540, 1080, 2160}) {
        const Theme theme = Theme::light().forPresent(height);
        for (const auto& [type, px] : {std::pair{Type::question, 44},
                                       {Type::answer, 32},
                                       {Type::body, 32},
                                       {Type::title, 32},
                                       {Type::label, 24},
                                       {Type::small, 24}})
            QCOMPARE(theme.font(type).pixelSize(), px * height / 1080);
        QCOMPARE(theme.px(theme.dataLine), 4.0 * height / 1080);
        QCOMPARE(theme.px(theme.lanePitch), 30.0 * height / 1080);
    }
}

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
