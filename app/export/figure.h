#pragma once

#include "lab/run/run.h"
#include "plots/style/theme.h"
#include "viewing/view_state.h"

#include <QImage>
#include <QSize>
#include <QString>
#include <filesystem>
#include <memory>
#include <tl/expected.hpp>

namespace threadscape {

enum class FigureFormat : std::uint8_t { png, svg, pdf };

/// A run's plots as one figure with the caption below; with question and answer above, unless it is narrower than 800 px:
/// then it is for a page, whose text has them. Below 400 px it is half as wide as a page and contains what is legible
/// there: the lanes, or the first plot, and the values if they fit; no caption, but for what of another program's trace is
/// not drawn, which every figure says. With a run to compare with, that one's
/// plots are above, on the same scales; a speedup's curves are in the same plot. The evidence of the answers is outlined.
struct FigureRequest {
    std::filesystem::path path;
    FigureFormat format = FigureFormat::png;
    QSize size{960, 600}; ///< in px of 1/96 inch
    double pngScale = 1;  ///< PNG: pixels per px
    Theme theme = Theme::light();
    std::shared_ptr<const Run> run;
    std::shared_ptr<const Run> beside; ///< another of the same experiment; null: none
    ViewState view;                    ///< the view state
    bool words = true;                 ///< with question, answer and caption
};

/// Writes the figure; SVG and PDF contain vectors. Atomic. `path` is not read by figureImage.
/// Threads: the GUI thread. Errors: the sentence of what could not be written, and why.
tl::expected<void, Error> writeFigure(const FigureRequest& request);

/// The same as pixels: for the clipboard.
QImage figureImage(const FigureRequest& request);

} // namespace threadscape
