#pragma once

#include "lab/experiment.h"
#include "plots/theme.h"
#include "trace/trace.h"
#include "view/evidence.h"
#include "view/speedup.h"

#include <QImage>
#include <QSize>
#include <QString>
#include <memory>
#include <tl/expected.hpp>

namespace threadscape {

enum class FigureFormat : std::uint8_t { png, svg, pdf };

/// Another run to compare with, of the same experiment.
struct FigureRun {
    std::shared_ptr<const Trace> trace;
    std::shared_ptr<const Experiment> experiment;
    double plannedSeconds = 0;   ///< 0: not known
    QString words;               ///< its answer, in one line
    std::set<Evidence> evidence; ///< what the answer rests on: outlined
    int cores = 0;               ///< of its machine; 0: not known
};

/// A run's plots as one picture with the caption below; with question and answer above, unless it is narrower than
/// 800 px: then it is for a page, whose text says that. Below 400 px it is half as wide as a page and holds what can be
/// read there: the lanes, or the first plot, and the values where there is room; the caption is the page's own. With a
/// run to compare with, that one's plots stand above, on the same scales; of a speedup its curves lie in the same plot.
struct FigureRequest {
    QString path;
    FigureFormat format = FigureFormat::png;
    QSize size{960, 600}; ///< in px of 1/96 inch
    double pngScale = 1;  ///< PNG: pixels per px
    Theme theme = Theme::light();
    std::shared_ptr<const Trace> trace;
    std::shared_ptr<const Experiment> experiment;
    QString title;
    QString answer;
    QString caption;
    int cores = 0;                 ///< of its machine; 0: not known
    double plannedSeconds = 0;     ///< 0: not known
    QString difference;            ///< beside another run: what differs from that one
    QString words;                 ///< beside another run: the answer, in one line with the difference
    std::set<Evidence> evidence;   ///< what the answer rests on: outlined
    bool usl = false;              ///< with the curves of the USL
    std::optional<PointId> chosen; ///< of a speedup, whose number of jobs the stretches show; default: two
    std::optional<PointId> evidencePoint; ///< of a speedup, that the answer rests on: ringed
    std::optional<FigureRun> above;
    std::optional<TimeWindow> window; ///< default: the whole run
    std::optional<bool> coresOpen;    ///< default: as the experiment says
};

/// Writes the figure; SVG and PDF hold vectors. Whole or not at all. `path` is not read by figureImage.
/// Threads: the GUI thread. Errors: the sentence of what could not be written, and why.
tl::expected<void, Error> writeFigure(const FigureRequest& request);

/// The same as pixels: for the clipboard.
QImage figureImage(const FigureRequest& request);

} // namespace threadscape
