#include "plots/style/theme.h"

#include <QFontDatabase>
#include <algorithm>

namespace threadscape {

namespace {

QColor rgb(const char* name)
{
    return QColor(QLatin1StringView(name));
}

struct StateColors {
    const char* running;
    const char* ready;
    const char* readyOutline;
    const char* lock;
    const char* signal;
    const char* signalOutline; // empty: none
    const char* io;
    const char* sleep;
    const char* unknown;
};

std::array<StateStyle, kStates> stateStyles(const StateColors& colors)
{
    std::array<StateStyle, kStates> styles;
    const auto set = [&](State state, StateStyle style) { styles[static_cast<std::size_t>(state)] = style; };
    const QColor outline = *colors.signalOutline != '\0' ? rgb(colors.signalOutline) : QColor();
    set(State::running, {rgb(colors.running), {}, StateShape::full, StatePattern::none});
    set(State::ready, {rgb(colors.ready), rgb(colors.readyOutline), StateShape::full, StatePattern::hatched});
    for (const State state : {State::lock, State::semaphore, State::gil})
        set(state, {rgb(colors.lock), {}, StateShape::thin, StatePattern::hatched});
    for (const State state : {State::condition, State::queue, State::future, State::join})
        set(state, {rgb(colors.signal), outline, StateShape::thin, StatePattern::none});
    set(State::io, {rgb(colors.io), {}, StateShape::thin, StatePattern::dotted});
    set(State::sleep, {rgb(colors.sleep), {}, StateShape::line, StatePattern::none});
    set(State::idle, {rgb(colors.sleep), {}, StateShape::dashed, StatePattern::none});
    set(State::unknown, {rgb(colors.unknown), {}, StateShape::line, StatePattern::none});
    return styles;
}

struct CurveColors {
    const char* sequential;
    const char* threads;
    const char* gil;
    const char* nogil;
    const char* processes;
    const char* parallel;
};

auto curveStyles(const CurveColors& colors)
{
    std::array<CurveStyle, static_cast<std::size_t>(kLastBackend) + 1> styles;
    const auto set = [&](Backend backend, const char* color, Mark mark) {
        styles[static_cast<std::size_t>(backend)] = {rgb(color), mark, isPython(backend)};
    };
    set(Backend::sequential, colors.sequential, Mark::circle);
    set(Backend::threads, colors.threads, Mark::circle);
    set(Backend::gil, colors.gil, Mark::square);
    set(Backend::nogil, colors.nogil, Mark::diamond);
    set(Backend::processes, colors.processes, Mark::triangle);
    set(Backend::parallel, colors.parallel, Mark::cross);
    set(Backend::pythonSequential, colors.sequential, Mark::circle);
    set(Backend::pythonThreads, colors.threads, Mark::circle);
    set(Backend::pythonProcesses, colors.processes, Mark::triangle);
    return styles;
}

double luminance(const QColor& color)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// WCAG 2.1.
double contrast(const QColor& a, const QColor& b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace

Theme Theme::light()
{
    Theme theme;
    theme.window = rgb("#F5F6F8");
    theme.panel = rgb("#FFFFFF");
    theme.plot = rgb("#FFFFFF");
    theme.lane = rgb("#F5F6F8");
    theme.grid = rgb("#E3E6EA");
    theme.shade = rgb("#EFF1F4");
    theme.text = rgb("#15181C");
    theme.secondary = rgb("#59616A");
    theme.accent = rgb("#0072B2");
    theme.error = rgb("#A33F00");
    theme.errorBackground = rgb("#FDEFE6");
    theme.states = stateStyles(
        {"#006D50", "#F0E442", "#8A7A00", "#D55E00", "#56B4E9", "#1F78B4", "#CC79A7", "#8A929B", "#C4C9CF"});
    theme.groups = {rgb("#0072B2"), rgb("#8C4A6B"), rgb("#5B6B2F"),
                    rgb("#6B4FA0"), rgb("#8A5A00"), rgb("#59616A")};
    // The last is not from Okabe and Ito's palette: darker than all of it but black, and distinguishable from each with
    // any colour vision.
    theme.curves = curveStyles({"#6B737B", "#0072B2", "#D55E00", "#009E73", "#15181C", "#661F66"});
    return theme;
}

Theme Theme::dark()
{
    Theme theme;
    theme.isDark = true;
    theme.window = rgb("#15181C");
    theme.panel = rgb("#1D2126");
    theme.plot = rgb("#15181C");
    theme.lane = rgb("#1D2126");
    theme.grid = rgb("#2A2F36");
    theme.shade = rgb("#21262C");
    theme.text = rgb("#F2F4F6");
    theme.secondary = rgb("#A8B0B9");
    theme.accent = rgb("#56B4E9");
    theme.error = rgb("#FF9A5C");
    theme.errorBackground = rgb("#33241A");
    theme.states = stateStyles(
        {"#2ED3A0", "#F0E442", "#F0E442", "#F0752B", "#3F97D3", "", "#CC79A7", "#747D87", "#4A525B"});
    theme.groups = {rgb("#56B4E9"), rgb("#D69AB8"), rgb("#B5C778"),
                    rgb("#B7A3E0"), rgb("#E0B060"), rgb("#A8B0B9")};
    theme.curves = curveStyles({"#8A929B", "#56B4E9", "#F0752B", "#2ED3A0", "#F2F4F6", "#B2369E"});
    return theme;
}

Theme Theme::scaled(double factor) const
{
    Theme theme = *this;
    theme.scale = scale * factor;
    return theme;
}

Theme Theme::forPrint() const
{
    constexpr double kMeasures = 0.8;
    constexpr double kPxPerPoint = 96.0 / 72;
    Theme theme = scaled(kMeasures);
    const double label = 9 * kPxPerPoint / theme.scale;
    theme.sizes = {label, label, label, label, label, 7.5 * kPxPerPoint / theme.scale};
    theme.dataLine = 1.25 * kPxPerPoint / theme.scale;
    return theme;
}

Theme Theme::forPresent(int height) const
{
    constexpr double kLines = 1080;
    constexpr double kMeasures = 2; // gaps and marks grow as the numbers do
    Theme theme = *this;
    theme.scale = kMeasures * height / kLines;
    theme.sizes = {44, 32, 32, 32, 24, 24};
    for (double& size : theme.sizes)
        size /= kMeasures;
    theme.dataLine = 4 / kMeasures;
    theme.lanePitch = 30 / kMeasures;
    return theme;
}

QFont Theme::font(Type type, bool bold) const
{
    loadFonts();
    QFont font;
    font.setFamilies(
        {QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Math")}); // the latter has the arrows
    font.setPixelSize(std::max(1, qRound(sizes[static_cast<std::size_t>(type)] * scale)));
    font.setBold(bold);
    return font;
}

QColor Theme::inkOn(const QColor& background)
{
    return luminance(background) > 0.22 ? rgb("#15181C") : rgb("#FFFFFF");
}

QColor Theme::legible(const QColor& color) const
{
    constexpr double kContrast = 4.5;
    constexpr int kSteps = 20;
    for (int step = 0; step < kSteps; ++step) {
        const auto towards = [step](int from, int to) { return from + (to - from) * step / kSteps; };
        const QColor mixed(towards(color.red(), text.red()), towards(color.green(), text.green()),
                           towards(color.blue(), text.blue()));
        if (contrast(mixed, plot) >= kContrast && contrast(mixed, shade) >= kContrast)
            return mixed;
    }
    return text;
}

QColor Theme::faded(const QColor& color) const
{
    const auto half = [](int a, int b) { return (a + b) / 2; };
    return QColor(half(color.red(), lane.red()), half(color.green(), lane.green()),
                  half(color.blue(), lane.blue()));
}

void loadFonts()
{
    static const bool loaded = [] {
        for (const char* file :
             {":/fonts/NotoSans-Regular.ttf", ":/fonts/NotoSans-Bold.ttf", ":/fonts/NotoSansMath-Arrows.ttf"})
            QFontDatabase::addApplicationFont(QLatin1StringView(file));
        return true;
    }();
    (void)loaded;
}

} // namespace threadscape
