#pragma once

#include "app/golden/picture.h"
#include "app/golden/story.h"
#include "export/figure.h"
#include "plots/plot.h"
#include "plots/stack/legend_strip.h"
#include "plots/stack/plot_stack.h"
#include "support/made_up_run.h"

#include <QApplication>
#include <QBuffer>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSvgGenerator>
#include <QTemporaryDir>
#include <functional>

/// The one place that knows how pictures are drawn: by writeFigure(), by PlotStack::paintTo(), and on the screen.
namespace threadscape::golden {

using Scope = StackScope;

inline Picture painted(QSize size, const std::function<void(QCPPainter&)>& paint)
{
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    constexpr int kDotsPerInch = 96;
    svg.setResolution(kDotsPerInch);
    svg.setSize(size);
    svg.setViewBox(QRect(QPoint(0, 0), size));
    QCPPainter painter;
    painter.begin(&svg);
    paint(painter);
    painter.end();
    Picture picture = pictureOf(buffer.data());
    for (DrawnThing& thing : picture.things)
        thing.pixels = {}; // of a part of an image the whole is written, with what nobody has painted
    return picture;
}

/// As the export menu and the command line write it.
inline Picture figureOf(FigureRequest request)
{
    const QTemporaryDir folder;
    request.path = folder.filePath(QStringLiteral("figure.svg")).toStdString();
    request.format = FigureFormat::svg;
    if (!writeFigure(request))
        return {};
    QFile file(QString::fromStdString(request.path.string()));
    return file.open(QIODevice::ReadOnly) ? pictureOf(file.readAll()) : Picture();
}

inline std::shared_ptr<const threadscape::Run> shown(const Run& run)
{
    const auto shown = samples::runOf(run.trace, run.experiment, run.seconds, run.cores);
    return samples::withResult(shown, [&](RunResult& result) {
        result.seconds = run.seconds;
        result.machine.cpu = "Test processor";
        result.machine.os = "Test system";
        result.version = "0.1";
    });
}

inline FigureRequest figure(const Run& run, QSize size = {900, 520})
{
    FigureRequest request;
    request.size = size;
    request.words = false;
    request.run = shown(run);
    request.view = ViewState::atFirst(run.experiment->plots());
    return request;
}

/// With such an answer, which rests on that.
inline void answer(std::shared_ptr<const threadscape::Run>& run, Template words,
                   std::initializer_list<Evidence> evidence = {})
{
    run = samples::withResult(run, [&](RunResult& result) {
        Text text(words);
        for (const Evidence one : evidence) {
            const std::string name = "finding_" + std::to_string(static_cast<int>(one));
            result.findings.add(name, TS_TEXT("test", "finding"), std::int64_t{1}, {}, one);
            Text longer = std::move(text).arg(std::int64_t{1}).of(name);
            text = std::move(longer);
        }
        result.answer = text;
    });
}

inline void zoom(FigureRequest& request, TimeWindow window)
{
    request.view.following = false;
    request.view.window = window;
}

/// A run's plots, as the window shows them, and what a reader does with them.
class Screen {
public:
    explicit Screen(const Run& run, QSize size = {640, 300}, const Theme& theme = Theme::light(),
                    Scope scope = Scope::all)
        : m_theme(theme)
    {
        m_stack.setMinimumSize(1, 1);
        m_stack.setTheme(theme);
        m_stack.setScope(scope);
        m_stack.resize(size);
        if (run.trace)
            m_stack.setRun(shown(run));
        else
            m_stack.setExperiment(*run.experiment, QStringLiteral("Space runs it"), false);
        m_stack.show();
        m_stack.refresh();
    }

    Screen& zoom(std::int64_t fromNs, std::int64_t toNs)
    {
        m_stack.view().setWindow({fromNs, toNs});
        return *this;
    }
    Screen& openCores()
    {
        m_stack.view().setCoresOpen(true);
        return *this;
    }
    Screen& hold()
    {
        m_stack.view().setHeld(true);
        return *this;
    }
    Screen& measure(std::int64_t fromNs, std::int64_t toNs)
    {
        m_stack.view().measure(MeasuredStretch{m_stack.trace().get(), {fromNs, toNs}});
        return *this;
    }
    Screen& outline(const std::vector<EvidencePlace>& places)
    {
        m_stack.setEvidence(places);
        return *this;
    }
    Screen& choose(const PointId& point)
    {
        m_stack.view().choose(point);
        return *this;
    }
    Screen& open(const PointId& point)
    {
        m_stack.openStretch(point);
        return *this;
    }
    /// The line at a time, as if it were pointed at elsewhere.
    Screen& cross(std::int64_t ns)
    {
        m_stack.view().point(ns);
        return *this;
    }
    Screen& scroll(int px)
    {
        m_stack.view().setScroll(px);
        return *this;
    }
    Screen& isolate(State state)
    {
        emit m_stack.findChild<LegendStrip*>()->isolated(static_cast<int>(state));
        return *this;
    }
    /// At a time of a plot, that many px below the upper edge of its area.
    Screen& point(std::size_t plot, std::int64_t ns, double below)
    {
        const Plot& on = *m_stack.plots()[plot];
        return pointAt(plot, {on.timeAxis().toPixel(ns), below});
    }
    /// Where that is in the plot's area, in px.
    Screen& pointAt(std::size_t plot, QPointF inArea)
    {
        move(place(plot, inArea));
        return *this;
    }
    Screen& click(std::size_t plot, std::int64_t ns, double below)
    {
        const Plot& on = *m_stack.plots()[plot];
        const QPointF at = place(plot, {on.timeAxis().toPixel(ns), below});
        for (const QEvent::Type type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
            QMouseEvent event(type, at, m_stack.mapToGlobal(at), Qt::LeftButton, Qt::LeftButton,
                              Qt::NoModifier);
            QApplication::sendEvent(&m_stack, &event);
        }
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&m_stack, &leave);
        return *this;
    }
    QSizeF areaOf(std::size_t plot) const { return m_stack.plots()[plot]->area().size(); }
    /// The run has progressed.
    Screen& refresh()
    {
        m_stack.refresh();
        m_stack.resize(m_stack.size() + QSize(1, 0)); // redrawn, whether it is frozen or not
        return *this;
    }

    /// What is seen: the plots layer by layer, with what lies over them, and the widgets between them.
    Picture picture()
    {
        return painted(m_stack.size(), [&](QCPPainter& painter) {
            painter.fillRect(m_stack.rect(), m_theme.plot);
            for (QObject* child : m_stack.children()) {
                auto* widget = qobject_cast<QWidget*>(child);
                if (widget == nullptr || widget->isHidden() || qobject_cast<QScrollBar*>(widget) != nullptr)
                    continue; // a bar to scroll with is the style's
                painter.save();
                painter.translate(widget->pos());
                if (auto* plot = qobject_cast<QCustomPlot*>(widget))
                    drawLayers(*plot, painter);
                else
                    widget->render(&painter, {}, {}, QWidget::DrawChildren);
                painter.restore();
            }
        });
    }
    /// The same as a figure has it.
    Picture asFigure()
    {
        return painted(m_stack.size(), [&](QCPPainter& painter) {
            painter.setMode(QCPPainter::pmVectorized);
            painter.setMode(QCPPainter::pmNoCaching);
            painter.fillRect(m_stack.rect(), m_theme.plot);
            m_stack.paintTo(painter, m_stack.rect());
        });
    }

    /// The pixels of a plot's area, as smooth as they are: of one without words.
    Picture pixels(std::size_t plot)
    {
        const QRect area = m_stack.plots()[plot]->area().toRect();
        const QImage image =
            m_stack.plots()[plot]->grab(area).toImage().convertToFormat(QImage::Format_RGBA8888);
        const QList<double> rect{0, 0, double(area.width()), double(area.height())};
        return {area.size(),
                {{.kind = QStringLiteral("image"), .numbers = rect, .look = {}, .pixels = image}}};
    }

private:
    QPointF place(std::size_t plot, QPointF inArea) const
    {
        const Plot& on = *m_stack.plots()[plot];
        return on.area().topLeft() + QPointF(on.pos()) + inArea;
    }
    void move(QPointF to)
    {
        QMouseEvent event(QEvent::MouseMove, to, m_stack.mapToGlobal(to), Qt::NoButton, Qt::NoButton,
                          Qt::NoModifier);
        QApplication::sendEvent(&m_stack, &event);
    }

    /// QCustomPlot draws its layers into pixels; what a layer draws is not said in public.
    static void drawLayers(QCustomPlot& plot, QCPPainter& painter)
    {
        struct Layer : QCPLayer {
            using QCPLayer::draw;
        };
        plot.setPlottingHint(QCP::phCacheLabels, false); // else they are pixels
        plot.replot(QCustomPlot::rpImmediateRefresh);    // so that axes have their numbers
        for (int i = 0; i < plot.layerCount(); ++i)
            (plot.layer(i)->*(&Layer::draw))(&painter);
    }

    Theme m_theme;
    PlotStack m_stack;
};

} // namespace threadscape::golden
