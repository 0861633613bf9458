#pragma once

#include <QLabel>
#include <QToolButton>
#include <QWidget>

#include "lab/experiment.h"

namespace threadscape {

/// Title, question and answer.
class Headline final : public QWidget {
    Q_OBJECT

public:
    explicit Headline(QWidget* parent = nullptr);

    void setExperiment(const Experiment& experiment);
    /// The same with a run's own question.
    void setExperiment(const Experiment& experiment, const Text& question);
    /// `withLinks`: the values of findings are links (of a finished run). `color`: the links'.
    void setAnswer(const Text& answer, bool withLinks, const QColor& color);
    /// What the picture leaves out of another program's trace; empty: nothing.
    void setOmissions(const QString& sentences);
    /// The answer says why the run failed.
    void setFailed(bool failed);
    QString question() const { return m_question->text(); }
    QString answer() const { return m_words; }
    /// Reserves one line for the answer instead of two, for plots that need the space.
    void setTight(bool tight);
    /// The title becomes a button that opens the list of experiments.
    void setTitleOpensList(bool opens);

signals:
    void listAsked(QWidget* below);
    /// The value of a finding was clicked.
    void findingAsked(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    void keepRoomForAnswer();

    QLabel* m_title;
    QToolButton* m_titleButton;
    QLabel* m_question;
    QLabel* m_answer;
    QLabel* m_omissions;
    bool m_tight = false;
    QString m_words;
};

} // namespace threadscape
