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
    void setAnswer(const QString& answer);
    QString question() const { return m_question->text(); }
    QString answer() const { return m_answer->text(); }
    /// The title becomes a button that opens the list of experiments.
    void setTitleOpensList(bool opens);

signals:
    void listAsked(QWidget* below);

protected:
    void changeEvent(QEvent* event) override;

private:
    void keepRoomForAnswer();

    QLabel* m_title;
    QToolButton* m_titleButton;
    QLabel* m_question;
    QLabel* m_answer;
};

} // namespace threadscape
