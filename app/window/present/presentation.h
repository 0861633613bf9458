#pragma once

#include <QStackedLayout>
#include <QWidget>

#include "window/present/large_slider.h"
#include "window/present/presentation_head.h"
#include "window/present/presentation_steps.h"
#include "window/present/step_dots.h"
#include "window/run/comparison.h"
#include "window/run/problem_line.h"
#include "window/run/run_screen.h"

namespace threadscape {

/// The experiment for a lecture hall: a light fullscreen window that steps through question, guess, run and answer of
/// each preset. It shows the session's run in its own plots; the window behind it keeps its theme, its geometry and its
/// pinned run, and continues to be updated. Page Down, Page Up step; Space runs and stops; "." or B blanks; Escape or F11
/// leaves. Other keys go to the plots. Threads: the GUI thread. Deletes itself when closed.
class Presentation final : public QWidget {
    Q_OBJECT

public:
    static constexpr std::size_t kSliders = 3;

    struct Parts {
        Session& session;
        Setup& setup;
        RunScreen& screen;
        Comparison& comparison;
    };
    /// Where it begins: at the question, or at what the window shows. During an active run never at the question.
    enum class From : std::uint8_t { question, window };

    /// All outlive this; `window` is the one behind it.
    Presentation(const Parts& parts, From from, QWidget* window);
    ~Presentation() override;

    PresentationStep step() const { return m_steps.at(); }
    /// Page Down, Page Up. After the last preset the first one follows; back() stops at the first.
    void forward();
    void back();
    void setBlank(bool blank);
    bool blank() const { return m_blank->isVisible(); }

    PlotStack* plots() const { return m_plots; }
    const std::vector<LargeSlider*>& sliders() const { return m_sliders; }
    QString words() const;
    QString problem() const { return m_problem->sentence(); }
    const Theme& theme() const { return m_theme; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void compose();
    void connectSession();
    void connectSetup();
    void retranslate();
    void dress();
    void buildSliders();
    bool act(const QKeyEvent& event);
    void take(PresentationSteps::Act act);
    void start();
    bool choosePreset(int by);
    void showStep();
    void showHead();
    void showPlots();
    void showRefusal(const Words& sentence);
    void showValues();
    void fitSliders();
    void showProblems();
    bool showsRun() const { return step() == PresentationStep::run || step() == PresentationStep::answer; }
    QString topic() const;

    Session& m_session;
    Setup& m_setup;
    RunScreen& m_screen;
    Comparison& m_comparison;
    PresentationSteps m_steps;
    Words m_refusal;           ///< of the last request
    bool m_lossesRead = false; ///< of this run: the user has closed the message
    Theme m_theme;
    ViewModel m_guess; ///< of the empty picture; for a run the view is shared with the window

    QStackedLayout* m_pages;
    QWidget* m_questionPage;
    QLabel* m_topic;
    QLabel* m_question;
    QWidget* m_stage;
    PresentationHead* m_head;
    ProblemLine* m_problem;
    PlotStack* m_plots;
    QWidget* m_sliderRow;
    std::vector<LargeSlider*> m_sliders;
    QLabel* m_hint;
    StepDots* m_dots;
    QWidget* m_blank;
};

} // namespace threadscape
