<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_US">
<context>
    <name>DifferenceWords</name>
    <message>
        <source>%1: %2 → %3</source>
        <comment>a setting before and after: with a lock: no → yes</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <comment>a setting before and after: withdrawers 10 → 20</comment>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <comment>a setting that was moved while it ran</comment>
        <translation>%1, затем %2</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>a speed</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>скорость</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>затравка</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>набор</translation>
    </message>
    <message>
        <source>the same settings</source>
        <translation>те же параметры</translation>
    </message>
    <message>
        <source>another trace</source>
        <translation>другая трасса</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 мкс</translation>
    </message>
    <message>
        <source>%1 ns</source>
        <translation>%1 нс</translation>
    </message>
</context>
<context>
    <name>ExperimentWords</name>
    <message>
        <source>%1 %2</source>
        <comment>how many of whom: 5 depositors</comment>
        <translation>%2: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a setting and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n ядро</numerusform>
            <numerusform>%n ядра</numerusform>
            <numerusform>%n ядер</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2; Threadscape %3</source>
        <comment>cores, system, version</comment>
        <translation>%1, %2; Threadscape %3</translation>
    </message>
    <message>
        <source>%1, %2, %3; Threadscape %4</source>
        <comment>processor, cores, system, version</comment>
        <translation>%1, %2, %3; Threadscape %4</translation>
    </message>
    <message>
        <source>Space runs it</source>
        <translation>Пуск – пробел</translation>
    </message>
    <message>
        <source>Space runs it: %1</source>
        <comment>what will run: 5 depositors, 8 s</comment>
        <translation>Пуск – пробел (%1)</translation>
    </message>
    <message>
        <source>%1: %2; %3, seed %4. %5</source>
        <comment>title, settings, length, seed, machine: under a figure</comment>
        <translation>%1 (%2); %3, затравка %4. %5</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a setting and its new value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <comment>a setting, its old and its new value</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1: %2, recorded elsewhere. Threadscape %3</source>
        <comment>file, length, version: under a figure</comment>
        <translation>%1: %2, записано не здесь. Threadscape %3</translation>
    </message>
    <message numerus="yes">
        <source>%1, up to %n jobs</source>
        <comment>what a speedup compares</comment>
        <translation>
            <numerusform>%1, до %n задания</numerusform>
            <numerusform>%1, до %n заданий</numerusform>
            <numerusform>%1, до %n заданий</numerusform>
        </translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>a speed</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>%1, from %2 %3</source>
        <comment>values of a setting: 8, from 1 s 16, from 2 s 2</comment>
        <translation>%1, с %2 — %3</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number and its unit</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>  --window FROM..TO      the stretch of figure or screenshot, in seconds; else all
  --size WIDTHxHEIGHT    of figure or screenshot, in pixels; a figure less than 800 wide
                         is for a page, less than 400 for half of one
  --theme light|dark     of figure or screenshot
From --json on, they are also options of open, which then writes these files and
shows no window.
With every command:
  --language %1       of all that is written or shown; the window remembers it
Every option may be written --name value or --name=value.

Exit codes: 0 done, 1 the experiment failed or a file could not be written,
2 bad usage, 130 interrupted (files asked for are still written).</source>
        <translation>  --window ОТ..ДО        отрезок рисунка или окна, в секундах; иначе весь прогон
  --size ШИРИНАxВЫСОТА   рисунка или окна, в точках; рисунок уже 800 –
                         для страницы, уже 400 – для её половины
  --theme light|dark     рисунка или окна: светлые или тёмные
Параметры от --json и ниже понимает и open: он пишет эти файлы и окна
не открывает.
С любой командой:
  --language %1       язык всего, что пишется и показывается; окно его запомнит
Параметр пишется как --имя значение или --имя=значение.

Коды выхода: 0 сделано, 1 опыт не удался или файл не записан,
2 неверный вызов, 130 прервано (заданные файлы всё равно записаны).</translation>
    </message>
    <message>
        <source>Threadscape, a laboratory for concurrency

threadscape                        opens the window
threadscape open FILE [options]    opens it with a run that was saved (.tscape),
                                   with a Chrome trace (.json), ours or anybody&apos;s,
                                   or with settings (.threadscape), not run
threadscape list [--json]          lists the experiments
threadscape run ID [options]       runs one without a window
threadscape --help | --version

Options of run:
  --preset NAME          the settings to begin with: notes, lecture, ...
  --set NAME=VALUE       changes one setting; may be repeated
  --seconds S            for how long; 0: until Ctrl-C
  --seed N               of all random numbers
  --speed X              divides every pause
  --change AT:NAME=VALUE changes a setting AT seconds after the start, if it acts while
                         the run goes on, or the speed (speed=X); may be repeated</source>
        <translation>Threadscape – лаборатория параллельного программирования

threadscape                        открывает окно
threadscape open ФАЙЛ [параметры]  открывает в нём сохранённый прогон (.tscape),
                                   трассу Chrome (.json), свою или чужую,
                                   или настройки (.threadscape), не запуская
threadscape list [--json]          перечисляет опыты
threadscape run ИМЯ [параметры]    проводит опыт без окна
threadscape --help | --version

Параметры run:
  --preset ИМЯ           начальный набор настроек: notes, lecture, ...
  --set ИМЯ=ЗНАЧЕНИЕ     меняет одну настройку; можно повторять
  --seconds С            сколько секунд; 0: до Ctrl-C
  --seed N               затравка всех случайных чисел
  --speed X              делит каждую паузу
  --change AT:NAME=VALUE меняет параметр через AT секунд после начала, если он действует
                         во время запуска, или скорость (speed=X); можно повторять</translation>
    </message>
</context>
<context>
    <name>MemoryFile</name>
    <message>
        <source>its folder cannot be made</source>
        <translation>папку для него не создать</translation>
    </message>
</context>
<context>
    <name>Number</name>
    <message>
        <source>%1 × 10%2</source>
        <comment>a small number: 7.9 × 10⁻⁸</comment>
        <translation>%1·10%2</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Finished after %1</source>
        <translation>Завершён за %1</translation>
    </message>
    <message>
        <source>Time was up after %1</source>
        <translation>Время вышло: %1</translation>
    </message>
    <message>
        <source>Stopped after %1</source>
        <translation>Остановлен на %1</translation>
    </message>
    <message>
        <source>Deadlocked after %1</source>
        <translation>Взаимная блокировка на %1</translation>
    </message>
    <message>
        <source>Stalled after %1</source>
        <translation>Всё встало на %1</translation>
    </message>
    <message>
        <source>Failed after %1</source>
        <translation>Сбой на %1</translation>
    </message>
    <message>
        <source>Interrupted after %1</source>
        <translation>Прерван на %1</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>%1 s of %2 s, %3 s left</source>
        <translation>%1 с из %2 с, осталось %3 с</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Space</source>
        <translation>Пробел</translation>
    </message>
    <message>
        <source>run, stop</source>
        <translation>пуск, стоп</translation>
    </message>
    <message>
        <source>zoom in and out of the plots</source>
        <translation>приблизить и отдалить графики</translation>
    </message>
    <message>
        <source>move the plots in time</source>
        <translation>двигать графики по времени</translation>
    </message>
    <message>
        <source>Shift+Drag</source>
        <translation>Shift+мышь</translation>
    </message>
    <message>
        <source>measure a stretch of time</source>
        <translation>измерить отрезок времени</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>pin the run to compare the next with it; unpin</source>
        <translation>закрепить прогон и сравнить с ним следующий; открепить</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Щелчок</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>find an experiment</source>
        <translation>найти опыт</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>open the settings of a small window; Escape closes them</source>
        <translation>открыть параметры в узком окне; Escape закрывает их</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>open a run that was saved</source>
        <translation>открыть сохранённый прогон</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>save the figure</source>
        <translation>сохранить рисунок</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>copy the figure</source>
        <translation>скопировать рисунок</translation>
    </message>
    <message>
        <source>Ctrl+Plus, Ctrl+Minus, Ctrl+0</source>
        <translation>Ctrl+плюс, Ctrl+минус, Ctrl+0</translation>
    </message>
    <message>
        <source>larger, smaller, usual type</source>
        <translation>шрифт крупнее, мельче, обычный</translation>
    </message>
    <message>
        <source>F6, Shift+F6</source>
        <translation>F6, Shift+F6</translation>
    </message>
    <message>
        <source>go on to the next part of the window, or back</source>
        <translation>перейти к следующей части окна или назад</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>выйти</translation>
    </message>
    <message>
        <source>F1, ?</source>
        <translation>F1, ?</translation>
    </message>
    <message>
        <source>show these keys</source>
        <translation>показать эти клавиши</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>English or Russian</source>
        <translation>английский или русский язык</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>present to a lecture hall, from the question; Escape leaves</source>
        <translation>показать аудитории, начиная с вопроса; Escape – выход</translation>
    </message>
    <message>
        <source>F11</source>
        <translation>F11</translation>
    </message>
    <message>
        <source>present what the window shows; Escape leaves</source>
        <translation>показать аудитории то, что в окне; Escape – выход</translation>
    </message>
    <message>
        <source>Page Down, Page Up</source>
        <translation>Page Down, Page Up</translation>
    </message>
    <message>
        <source>when presenting: a step on, a step back; twice in a run: stop and answer</source>
        <translation>при показе: шаг вперёд, шаг назад; дважды во время прогона: стоп и ответ</translation>
    </message>
    <message>
        <source>. or B</source>
        <translation>. или B</translation>
    </message>
    <message>
        <source>when presenting: a black screen, until any key</source>
        <translation>при показе: чёрный экран до любой клавиши</translation>
    </message>
    <message>
        <source>Ctrl+1, 2, 3, 4, 5</source>
        <translation>Ctrl+1, 2, 3, 4, 5</translation>
    </message>
    <message>
        <source>open threads, locks, log, futures, cores below the plots</source>
        <translation>открыть под графиками потоки, блокировки, журнал, фьючерсы, ядра</translation>
    </message>
    <message>
        <source>select a span, open a point of a speedup; Escape lets it go</source>
        <translation>выбрать отрезок, открыть точку ускорения; Escape снимает выбор</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Колесо</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Мышь</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Влево</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Вправо</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Вверх</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Вниз</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Escape</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Copy as CSV</source>
        <translation>Копировать в CSV</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>s</source>
        <translation>с</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
    <message>
        <source>us</source>
        <translation>мкс</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/с</translation>
    </message>
    <message>
        <source>money</source>
        <translation>ед.</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
</context>
<context>
    <name>async</name>
    <message>
        <source>An event loop that runs cannot be closed: its tasks must end first.</source>
        <translation>Цикл событий, который работает, нельзя закрыть: сначала должны закончиться его задачи.</translation>
    </message>
    <message>
        <source>An event loop that runs cannot be run again before it has ended.</source>
        <translation>Цикл событий, который работает, нельзя запустить ещё раз, пока он не закончил.</translation>
    </message>
    <message>
        <source>An event loop that was closed cannot run.</source>
        <translation>Закрытый цикл событий запустить нельзя.</translation>
    </message>
    <message>
        <source>A done-callback failed: %1.</source>
        <translation>Обработчик завершения не удался: %1.</translation>
    </message>
    <message>
        <source>%1 was cancelled.</source>
        <translation>%1: отменено.</translation>
    </message>
    <message>
        <source>%1 failed, and nobody asked for its result: %2.</source>
        <translation>%1: ошибка, а о результате никто не спросил: %2.</translation>
    </message>
    <message>
        <source>Only a task of this event loop can await that.</source>
        <translation>Ждать этого может только задача этого цикла событий.</translation>
    </message>
    <message>
        <source>It did not come within %1.</source>
        <translation>Не дождались за %1.</translation>
    </message>
    <message>
        <source>%1 cannot wait for its own end.</source>
        <translation>%1: нельзя ждать собственного конца.</translation>
    </message>
</context>
<context>
    <name>axis</name>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 мкс</translation>
    </message>
    <message>
        <source>%1 ns</source>
        <translation>%1 нс</translation>
    </message>
</context>
<context>
    <name>backend</name>
    <message>
        <source>one after the other</source>
        <translation>друг за другом</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>потоки</translation>
    </message>
    <message>
        <source>one interpreter lock</source>
        <translation>одна блокировка интерпретатора</translation>
    </message>
    <message>
        <source>lock let go</source>
        <translation>блокировка отпущена</translation>
    </message>
    <message>
        <source>processes</source>
        <translation>процессы</translation>
    </message>
    <message>
        <source>parallel loop</source>
        <translation>параллельный цикл</translation>
    </message>
    <message>
        <source>Python, one after the other</source>
        <translation>Python, друг за другом</translation>
    </message>
    <message>
        <source>Python threads</source>
        <translation>потоки Python</translation>
    </message>
    <message>
        <source>Python processes</source>
        <translation>процессы Python</translation>
    </message>
</context>
<context>
    <name>bank</name>
    <message>
        <source>Bank account</source>
        <translation>Банковский счёт</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Баланс</translation>
    </message>
    <message>
        <source>Depositors</source>
        <translation>Вкладчики</translation>
    </message>
    <message>
        <source>Withdrawers</source>
        <translation>Получатели</translation>
    </message>
    <message>
        <source>withdrawals</source>
        <translation>снятий</translation>
    </message>
    <message>
        <source>what withdrawers want</source>
        <translation>сколько хотят снять</translation>
    </message>
    <message>
        <source>%1 is %2 and %3 is %4: the first must not be greater. Lower it, or raise the second.</source>
        <translation>%1 – %2, а %3 – %4: первое не может быть больше. Уменьшите его или увеличьте второе.</translation>
    </message>
    <message>
        <source>Deposits</source>
        <translation>Вклады</translation>
    </message>
    <message>
        <source>Withdrawals</source>
        <translation>Снятия</translation>
    </message>
    <message>
        <source>Deposited</source>
        <translation>Внесено</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Снято</translation>
    </message>
    <message>
        <source>Fell below zero</source>
        <translation>Уходов в минус</translation>
    </message>
    <message>
        <source>Useless wake-ups</source>
        <translation>Напрасные пробуждения</translation>
    </message>
    <message>
        <source>Wait, mean</source>
        <translation>Ожидание, среднее</translation>
    </message>
    <message>
        <source>Wait, longest</source>
        <translation>Ожидание, наибольшее</translation>
    </message>
    <message>
        <source>Fewest withdrawals of one</source>
        <translation>Снятий у одного, меньше всего</translation>
    </message>
    <message>
        <source>Most withdrawals of one</source>
        <translation>Снятий у одного, больше всего</translation>
    </message>
    <message>
        <source>All of them, for ever: nobody deposits, so nobody can wake them. The longest wait was %1.</source>
        <translation>Все и навсегда: никто не вносит, а значит, некому и разбудить. Дольше всего ждали %1.</translation>
    </message>
    <message>
        <source>Initial balance</source>
        <translation>Начальный баланс</translation>
    </message>
    <message>
        <source>Smallest deposit</source>
        <translation>Наименьший вклад</translation>
    </message>
    <message>
        <source>Largest deposit</source>
        <translation>Наибольший вклад</translation>
    </message>
    <message>
        <source>Smallest withdrawal</source>
        <translation>Наименьшее снятие</translation>
    </message>
    <message>
        <source>Largest withdrawal</source>
        <translation>Наибольшее снятие</translation>
    </message>
    <message>
        <source>Pause after a deposit</source>
        <translation>Пауза после вклада</translation>
    </message>
    <message>
        <source>Pause after a withdrawal</source>
        <translation>Пауза после снятия</translation>
    </message>
    <message>
        <source>Work with the lock held</source>
        <translation>Работа под блокировкой</translation>
    </message>
    <message>
        <source>Between reading the balance and writing it back.</source>
        <translation>Между чтением баланса и записью нового.</translation>
    </message>
    <message>
        <source>A deposit wakes</source>
        <translation>Вклад будит</translation>
    </message>
    <message>
        <source>all</source>
        <translation>всех</translation>
    </message>
    <message>
        <source>one</source>
        <translation>одного</translation>
    </message>
    <message>
        <source>A woken withdrawer looks again</source>
        <translation>Проснувшись, проверяет условие</translation>
    </message>
    <message>
        <source>while too little</source>
        <translation>снова (while)</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>не проверяет (if)</translation>
    </message>
    <message>
        <source>Systems may wake a waiter though nobody notified it.</source>
        <translation>Система может разбудить поток, хотя его никто не оповещал.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message numerus="yes">
        <source>Do %n withdrawers starve when %1 deposit?</source>
        <translation>
            <numerusform>Голодает ли %n получатель, если вносят %1?</numerusform>
            <numerusform>Голодают ли %n получателя, если вносят %1?</numerusform>
            <numerusform>Голодают ли %n получателей, если вносят %1?</numerusform>
        </translation>
    </message>
    <message>
        <source>Each deposit brings an amount between the two, by chance.</source>
        <translation>Каждый вклад вносит случайную сумму между этими двумя.</translation>
    </message>
    <message>
        <source>Each withdrawal wants an amount between the two, by chance.</source>
        <translation>Каждое снятие требует случайную сумму между этими двумя.</translation>
    </message>
    <message>
        <source>The one that is woken may be one who still cannot withdraw.</source>
        <translation>Проснуться может тот, кому денег всё ещё не хватает.</translation>
    </message>
    <message>
        <source>Between the wake-up and the lock somebody else may have taken the money.</source>
        <translation>Между пробуждением и взятием блокировки деньги мог забрать другой.</translation>
    </message>
    <message>
        <source>Does anybody starve when nobody withdraws?</source>
        <translation>Голодает ли кто-нибудь, если никто не снимает деньги?</translation>
    </message>
    <message numerus="yes">
        <source>Do %n withdrawers starve when nobody deposits?</source>
        <translation>
            <numerusform>Голодает ли %n получатель, если никто не вносит?</numerusform>
            <numerusform>Голодают ли %n получателя, если никто не вносит?</numerusform>
            <numerusform>Голодают ли %n получателей, если никто не вносит?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Do %n withdrawers starve when one deposits?</source>
        <translation>
            <numerusform>Хватит ли одного вкладчика, чтобы %n получатель не голодал?</numerusform>
            <numerusform>Хватит ли одного вкладчика, чтобы %n получателя не голодали?</numerusform>
            <numerusform>Хватит ли одного вкладчика, чтобы %n получателей не голодали?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far %n withdrawals, the balance is %1, the longest wait %2.</source>
        <translation>
            <numerusform>Пока деньги сняли %n раз, баланс — %1, дольше всего ждали %2.</numerusform>
            <numerusform>Пока деньги сняли %n раза, баланс — %1, дольше всего ждали %2.</numerusform>
            <numerusform>Пока деньги сняли %n раз, баланс — %1, дольше всего ждали %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the end all of them, for ever: after %n withdrawals too little was left, and nobody deposits. The longest wait was %1.</source>
        <translation>
            <numerusform>В конце концов все и навсегда: деньги сняли %n раз, осталось слишком мало, и никто не вносит. Дольше всего ждали %1.</numerusform>
            <numerusform>В конце концов все и навсегда: деньги сняли %n раза, осталось слишком мало, и никто не вносит. Дольше всего ждали %1.</numerusform>
            <numerusform>В конце концов все и навсегда: деньги сняли %n раз, осталось слишком мало, и никто не вносит. Дольше всего ждали %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Worse: the balance fell to %1. Withdrawers were woken without a deposit, and took their money without looking again: spurious wake-ups.</source>
        <translation>Хуже: баланс упал до %1. Получатели просыпались, хотя никто ничего не внёс, и брали деньги, не взглянув на счёт снова: пробуждения были ложными.</translation>
    </message>
    <message>
        <source>Worse: the balance fell to %1. Withdrawers were woken by a deposit that was too small for them, and took their money without looking again.</source>
        <translation>Хуже: баланс упал до %1. Получателей будил вклад, которого им не хватало, и они брали деньги, не взглянув на счёт снова.</translation>
    </message>
    <message>
        <source>Worse: the balance fell to %1. Woken withdrawers took their money without looking again, after another had taken it.</source>
        <translation>Хуже: баланс упал до %1. Разбуженные получатели брали деньги, не взглянув на счёт снова, а их уже забрал другой.</translation>
    </message>
    <message>
        <source>Nobody starved: nobody withdrew, and nobody deposited.</source>
        <translation>Никто не голодал: никто не снимал деньги и никто не вносил.</translation>
    </message>
    <message numerus="yes">
        <source>Nobody starved: nobody withdrew, and %n deposits brought the balance to %1.</source>
        <translation>
            <numerusform>Никто не голодал: никто не снимал деньги, а %n вклад довёл баланс до %1.</numerusform>
            <numerusform>Никто не голодал: никто не снимал деньги, а %n вклада довели баланс до %1.</numerusform>
            <numerusform>Никто не голодал: никто не снимал деньги, а %n вкладов довели баланс до %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of them: no withdrawal in %n deposits. The longest wait was %1.</source>
        <translation>
            <numerusform>Все: деньги внесли %n раз, но не снял никто. Дольше всего ждали %1.</numerusform>
            <numerusform>Все: деньги внесли %n раза, но не снял никто. Дольше всего ждали %1.</numerusform>
            <numerusform>Все: деньги внесли %n раз, но не снял никто. Дольше всего ждали %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended before anybody deposited or withdrew.</source>
        <translation>Остановлен раньше, чем кто-нибудь внёс или снял деньги.</translation>
    </message>
    <message numerus="yes">
        <source>All of them: nobody deposits. Each of the %n spurious wake-ups was in vain. The longest wait was %1.</source>
        <translation>
            <numerusform>Все: никто не вносит. Напрасным было %n ложное пробуждение. Дольше всего ждали %1.</numerusform>
            <numerusform>Все: никто не вносит. Напрасными были все %n ложных пробуждения. Дольше всего ждали %1.</numerusform>
            <numerusform>Все: никто не вносит. Напрасными были все %n ложных пробуждений. Дольше всего ждали %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Some do: %1 of %2 got nothing, while one withdrew %n times. The longest wait was %3.</source>
        <translation>
            <numerusform>Некоторые: ничего не досталось %1 из %2, а самый удачливый снял деньги %n раз. Дольше всего ждали %3.</numerusform>
            <numerusform>Некоторые: ничего не досталось %1 из %2, а самый удачливый снял деньги %n раза. Дольше всего ждали %3.</numerusform>
            <numerusform>Некоторые: ничего не досталось %1 из %2, а самый удачливый снял деньги %n раз. Дольше всего ждали %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No: the only withdrawer withdrew %n times. The longest wait was %1.</source>
        <translation>
            <numerusform>Нет: единственный получатель снял деньги %n раз. Дольше всего ждали %1.</numerusform>
            <numerusform>Нет: единственный получатель снял деньги %n раза. Дольше всего ждали %1.</numerusform>
            <numerusform>Нет: единственный получатель снял деньги %n раз. Дольше всего ждали %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Some nearly: one withdrew %n times, another only once. The longest wait was %1.</source>
        <translation>
            <numerusform>Почти: один снял деньги %n раз, другой — лишь однажды. Дольше всего ждали %1.</numerusform>
            <numerusform>Почти: один снял деньги %n раза, другой — лишь однажды. Дольше всего ждали %1.</numerusform>
            <numerusform>Почти: один снял деньги %n раз, другой — лишь однажды. Дольше всего ждали %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Some nearly: one withdrew %n times, another only %1. The longest wait was %2.</source>
        <translation>
            <numerusform>Почти: один снял деньги %n раз, другой — только %1. Дольше всего ждали %2.</numerusform>
            <numerusform>Почти: один снял деньги %n раза, другой — только %1. Дольше всего ждали %2.</numerusform>
            <numerusform>Почти: один снял деньги %n раз, другой — только %1. Дольше всего ждали %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No: each withdrew %n times. The longest wait was %1.</source>
        <translation>
            <numerusform>Нет: каждый снял деньги %n раз. Дольше всего ждали %1.</numerusform>
            <numerusform>Нет: каждый снял деньги %n раза. Дольше всего ждали %1.</numerusform>
            <numerusform>Нет: каждый снял деньги %n раз. Дольше всего ждали %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No: each withdrew %1 to %n times. The longest wait was %2.</source>
        <translation>
            <numerusform>Нет: каждый снял деньги от %1 до %n раза. Дольше всего ждали %2.</numerusform>
            <numerusform>Нет: каждый снял деньги от %1 до %n раз. Дольше всего ждали %2.</numerusform>
            <numerusform>Нет: каждый снял деньги от %1 до %n раз. Дольше всего ждали %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Spurious wake-ups</source>
        <translation>Ложные пробуждения</translation>
    </message>
    <message>
        <source>Lowest balance</source>
        <translation>Наименьший баланс</translation>
    </message>
    <message>
        <source>Withdrawn after another had taken it</source>
        <translation>Снято, когда деньги уже забрал другой</translation>
    </message>
    <message>
        <source>Withdrawn after too small a deposit</source>
        <translation>Снято после слишком малого вклада</translation>
    </message>
    <message>
        <source>Withdrawn after a spurious wake-up</source>
        <translation>Снято после ложного пробуждения</translation>
    </message>
</context>
<context>
    <name>bars</name>
    <message>
        <source>expected</source>
        <translation>ожидалось</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>насчитано</translation>
    </message>
    <message>
        <source>The first round is being counted.</source>
        <translation>Идёт счёт первого круга.</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>потеряно: %1</translation>
    </message>
    <message>
        <source>Lost in each round</source>
        <translation>Потеряно в каждом круге</translation>
    </message>
    <message>
        <source>No round lost anything.</source>
        <translation>Ни один круг ничего не потерял.</translation>
    </message>
    <message>
        <source>Round %1 lost %2</source>
        <translation>Круг %1: потеряно %2</translation>
    </message>
    <message>
        <source>%1 lost in round %2</source>
        <translation>потеряно %1 в раунде %2</translation>
    </message>
</context>
<context>
    <name>blocking-call</name>
    <message>
        <source>Blocking call</source>
        <translation>Блокирующий вызов</translation>
    </message>
    <message>
        <source>What does one blocking call stop?</source>
        <translation>Что останавливает один блокирующий вызов?</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>вызовы</translation>
    </message>
    <message>
        <source>ticks</source>
        <translation>такты</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Пул</translation>
    </message>
    <message>
        <source>Longest stall</source>
        <translation>Самая долгая остановка</translation>
    </message>
    <message>
        <source>Caused by</source>
        <translation>По вине</translation>
    </message>
    <message>
        <source>Ticks</source>
        <translation>Такты</translation>
    </message>
    <message>
        <source>Ticks missed</source>
        <translation>Пропущено тактов</translation>
    </message>
    <message>
        <source>Blocking calls</source>
        <translation>Блокирующие вызовы</translation>
    </message>
    <message>
        <source>Ended before the first call.</source>
        <translation>Закончилось до первого вызова.</translation>
    </message>
    <message>
        <source>Nothing: a worker waits for it, and the loop goes on with the others. No task kept the loop longer than %1.</source>
        <translation>Ничего: ждёт рабочий поток, а цикл занимается остальными. Ни одна задача не занимала цикл дольше %1.</translation>
    </message>
    <message>
        <source>Nothing that anybody notices: no task kept the loop longer than %1.</source>
        <translation>Ничего заметного: ни одна задача не занимала цикл дольше %1.</translation>
    </message>
    <message numerus="yes">
        <source>Everything: while %1 kept the loop, for up to %2, none of the others went on. %n ticks were missed.</source>
        <translation>
            <numerusform>Всё: пока цикл занимала задача «%1» (до %2), остальные стояли. Пропущен %n такт.</numerusform>
            <numerusform>Всё: пока цикл занимала задача «%1» (до %2), остальные стояли. Пропущено %n такта.</numerusform>
            <numerusform>Всё: пока цикл занимала задача «%1» (до %2), остальные стояли. Пропущено %n тактов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks that tick</source>
        <translation>Задачи, которые тикают</translation>
    </message>
    <message>
        <source>The call blocks for</source>
        <translation>Вызов блокирует на</translation>
    </message>
    <message>
        <source>As time.sleep does, or a request of a library that knows nothing of the event loop.</source>
        <translation>Как time.sleep или запрос библиотеки, которая ничего не знает о цикле событий.</translation>
    </message>
    <message>
        <source>Between two calls</source>
        <translation>Между вызовами</translation>
    </message>
    <message>
        <source>A tick every</source>
        <translation>Такт каждые</translation>
    </message>
    <message>
        <source>On a pool&apos;s worker</source>
        <translation>В потоке пула</translation>
    </message>
    <message>
        <source>The loop hands the call to a thread, and awaits it.</source>
        <translation>Цикл передаёт вызов потоку и ожидает его.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Nothing was called yet.</source>
        <translation>Вызовов ещё не было.</translation>
    </message>
    <message numerus="yes">
        <source>It was not the call that kept the loop longest, but %1, for %2; %n ticks were missed.</source>
        <translation>
            <numerusform>Дольше всего цикл занимал не вызов, а задача «%1»: %2; пропущен %n такт.</numerusform>
            <numerusform>Дольше всего цикл занимал не вызов, а задача «%1»: %2; пропущено %n такта.</numerusform>
            <numerusform>Дольше всего цикл занимал не вызов, а задача «%1»: %2; пропущено %n тактов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything: while %1 kept the loop, for up to %2, none of the others went on.</source>
        <translation>Всё: пока цикл занимала задача «%1» (до %2), остальные стояли.</translation>
    </message>
</context>
<context>
    <name>broken-pool</name>
    <message>
        <source>Broken pool</source>
        <translation>Сломанный пул</translation>
    </message>
    <message>
        <source>One worker dies: what of the rest?</source>
        <translation>Один работник гибнет: что с остальными?</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Работники</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Сорвано</translation>
    </message>
    <message>
        <source>Main heard of it after</source>
        <translation>Main узнал об этом через</translation>
    </message>
    <message>
        <source>Processes left over</source>
        <translation>Осталось процессов</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>Словами</translation>
    </message>
    <message>
        <source>Processes of the pool.</source>
        <translation>Процессы пула.</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>Kill after</source>
        <translation>Убить через</translation>
    </message>
    <message>
        <source>Start the pool again</source>
        <translation>Запустить пул снова</translation>
    </message>
    <message>
        <source>And submit again what was not finished.</source>
        <translation>И снова подать то, что не было закончено.</translation>
    </message>
    <message numerus="yes">
        <source>So far main has %1 of %n results.</source>
        <translation>
            <numerusform>Пока у главного потока %1 из %n результата.</numerusform>
            <numerusform>Пока у главного потока %1 из %n результатов.</numerusform>
            <numerusform>Пока у главного потока %1 из %n результатов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended early: main had %1 of %n results.</source>
        <translation>
            <numerusform>Прервано: главный поток получил %1 из %n результата.</numerusform>
            <numerusform>Прервано: главный поток получил %1 из %n результатов.</numerusform>
            <numerusform>Прервано: главный поток получил %1 из %n результатов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody died in time: all %n tasks are done.</source>
        <translation>
            <numerusform>Никто не успел погибнуть: выполнена %n задача.</numerusform>
            <numerusform>Никто не успел погибнуть: выполнены все %n задачи.</numerusform>
            <numerusform>Никто не успел погибнуть: выполнены все %n задач.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It died too late: all %n tasks were done.</source>
        <translation>
            <numerusform>Процесс погиб слишком поздно: %n задача уже выполнена.</numerusform>
            <numerusform>Процесс погиб слишком поздно: все %n задачи уже выполнены.</numerusform>
            <numerusform>Процесс погиб слишком поздно: все %n задач уже выполнены.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The pool broke %1 after the kill, with %n tasks unfinished; started again, it finished them: all %2 are done.</source>
        <translation>
            <numerusform>Пул сломался через %1 после убийства, не закончена %n задача; запущенный снова, он всё закончил: выполнено %2.</numerusform>
            <numerusform>Пул сломался через %1 после убийства, не закончены %n задачи; запущенный снова, он всё закончил: выполнено %2.</numerusform>
            <numerusform>Пул сломался через %1 после убийства, не закончено %n задач; запущенный снова, он всё закончил: выполнено %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is lost too: all %n tasks ended as broken, %1 after the kill. No process is left, and nobody waits for ever.</source>
        <translation>
            <numerusform>Они тоже потеряны: %n задача прервана с BrokenProcessPool через %1 после убийства. Ни одного процесса не осталось, и никто не ждёт вечно.</numerusform>
            <numerusform>Они тоже потеряны: все %n задачи прерваны с BrokenProcessPool через %1 после убийства. Ни одного процесса не осталось, и никто не ждёт вечно.</numerusform>
            <numerusform>Они тоже потеряны: все %n задач прерваны с BrokenProcessPool через %1 после убийства. Ни одного процесса не осталось, и никто не ждёт вечно.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is lost too: %1 of %n tasks were done, the other %2 ended as broken, %3 after the kill. No process is left, and nobody waits for ever.</source>
        <translation>
            <numerusform>Они тоже потеряны: выполнено %1 из %n задачи, остальные %2 прерваны с BrokenProcessPool через %3 после убийства. Ни одного процесса не осталось, и никто не ждёт вечно.</numerusform>
            <numerusform>Они тоже потеряны: выполнено %1 из %n задач, остальные %2 прерваны с BrokenProcessPool через %3 после убийства. Ни одного процесса не осталось, и никто не ждёт вечно.</numerusform>
            <numerusform>Они тоже потеряны: выполнено %1 из %n задач, остальные %2 прерваны с BrokenProcessPool через %3 после убийства. Ни одного процесса не осталось, и никто не ждёт вечно.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>choose</name>
    <message>
        <source>Which one to choose</source>
        <translation>Что выбрать</translation>
    </message>
    <message>
        <source>Quickest</source>
        <translation>Быстрее всех</translation>
    </message>
    <message>
        <source>The first is at work.</source>
        <translation>Работает первый.</translation>
    </message>
    <message>
        <source>Ended before the first was done.</source>
        <translation>Закончилось раньше, чем справился первый.</translation>
    </message>
    <message>
        <source>%1, %2; %3 took %4. While some wait, others calculate: it takes more workers than cores to keep the cores busy.</source>
        <translation>%1 — %2; %3 — %4. Пока одни ждут, другие вычисляют: чтобы занять ядра, исполнителей должно быть больше, чем ядер.</translation>
    </message>
    <message>
        <source>one after the other</source>
        <translation>друг за другом</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>Друг за другом</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>потоки</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>processes</source>
        <translation>процессы</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Процессы</translation>
    </message>
    <message>
        <source>A task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>calculates</source>
        <translation>вычисляет</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>does both</source>
        <translation>и то и другое</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>A task takes</source>
        <translation>Задача длится</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Исполнители</translation>
    </message>
    <message>
        <source>%1 took %2. It takes two to choose from.</source>
        <translation>%1: %2. Чтобы выбирать, нужно хотя бы два способа.</translation>
    </message>
    <message>
        <source>Threads, processes or async?</source>
        <translation>Потоки, процессы или асинхронность?</translation>
    </message>
    <message>
        <source>%1, %2; %3 took %4. Calculating takes a core: only so many tasks get on at once as there are cores for, and one thread, async or not, uses one.</source>
        <translation>%1: %2; %3: %4. Вычислениям нужно ядро: одновременно идёт лишь столько задач, на сколько хватает ядер, а один поток, асинхронный или нет, занимает одно.</translation>
    </message>
    <message>
        <source>%1, %2; %3 took %4. Waiting takes no core: all tasks can wait at once, each with a thread of its own, or all on one that is async.</source>
        <translation>%1: %2; %3: %4. Ожиданию ядро не нужно: все задачи могут ждать одновременно, каждая в своём потоке или все в одном, если он асинхронный.</translation>
    </message>
    <message>
        <source>async tasks</source>
        <translation>асинхронные задачи</translation>
    </message>
    <message>
        <source>Async tasks</source>
        <translation>Асинхронные задачи</translation>
    </message>
    <message>
        <source>Each with its own workers, whose start counts: a thread for each task, a process for each core, one thread for all async tasks.</source>
        <translation>У каждого способа свои исполнители, и их запуск входит в счёт: поток на задачу, процесс на ядро, один поток на все асинхронные задачи.</translation>
    </message>
    <message>
        <source>No difference is resolved: %1 took %2, %3 %4.</source>
        <translation>Разница не видна: %1 — %2, %3 — %4.</translation>
    </message>
    <message>
        <source>So far: %1 took %2, %3 %4.</source>
        <translation>Пока: %1 — %2, %3 — %4.</translation>
    </message>
    <message>
        <source>%1, %2, and %3, %4: no difference between them is resolved. Slowest: %5, %6.</source>
        <translation>%1 (%2) и %3 (%4): разница между ними не видна. Медленнее всего: %5, %6.</translation>
    </message>
    <message>
        <source>%1, %2, %3 and %4: no difference between them is resolved. Slowest: %5, %6.</source>
        <translation>%1, %2, %3 (%4): разница между ними не видна. Медленнее всего: %5, %6.</translation>
    </message>
    <message>
        <source>Quickest: %1, %2; slowest: %3, %4.</source>
        <translation>Быстрее всего: %1, %2; медленнее всего: %3, %4.</translation>
    </message>
</context>
<context>
    <name>command_line</name>
    <message>
        <source>--set takes NAME=VALUE, such as --set depositors=3, not &quot;%1&quot;.</source>
        <translation>Параметру --set нужно ИМЯ=ЗНАЧЕНИЕ, например --set depositors=3, а не «%1».</translation>
    </message>
    <message>
        <source>%1 takes the name of a file, and none was given.</source>
        <translation>Параметру %1 нужно имя файла, а его нет.</translation>
    </message>
    <message>
        <source>Only --json can write to standard output (&quot;-&quot;); %1 takes a path.</source>
        <translation>В стандартный вывод («-») пишет только --json; параметру %1 нужен путь.</translation>
    </message>
    <message>
        <source>--trace takes a file whose name ends in .tscape (to be opened here again) or .json (for Perfetto), not &quot;%1&quot;.</source>
        <translation>Параметру --trace нужен файл с именем на .tscape (чтобы снова открыть его здесь) или .json (для Perfetto), а не «%1».</translation>
    </message>
    <message>
        <source>%1 and %2 write to the same place, %3; give each its own.</source>
        <translation>%1 и %2 пишут в одно место, %3; укажите каждому своё.</translation>
    </message>
    <message>
        <source>run takes one experiment, and both &quot;%1&quot; and &quot;%2&quot; were given.</source>
        <translation>Команде run нужен один опыт, а указаны «%1» и «%2».</translation>
    </message>
    <message>
        <source>run needs the id of an experiment; &quot;threadscape list&quot; shows which there are.</source>
        <translation>Команде run нужно имя опыта; какие они бывают, покажет «threadscape list».</translation>
    </message>
    <message>
        <source>open takes one file, and both &quot;%1&quot; and &quot;%2&quot; were given.</source>
        <translation>Команде open нужен один файл, а указаны «%1» и «%2».</translation>
    </message>
    <message>
        <source>open needs a file, such as bank.tscape or bank.threadscape.</source>
        <translation>Команде open нужен файл, например bank.tscape или bank.threadscape.</translation>
    </message>
    <message>
        <source>%1 stands alone, and &quot;%2&quot; follows it.</source>
        <translation>%1 указывают отдельно, а за ним стоит «%2».</translation>
    </message>
    <message>
        <source>There is no &quot;%1&quot;; did you mean %2? Allowed are open, list, run, --help and --version.</source>
        <translation>Команды «%1» нет; может быть, %2? Есть open, list, run, --help и --version.</translation>
    </message>
    <message>
        <source>There is no &quot;%1&quot;; allowed are open, list, run, --help and --version.</source>
        <translation>Команды «%1» нет; есть open, list, run, --help и --version.</translation>
    </message>
    <message>
        <source>There is no option %1; did you mean %2?</source>
        <translation>Параметра %1 нет; может быть, %2?</translation>
    </message>
    <message>
        <source>There is no option %1; allowed are %2.</source>
        <translation>Параметра %1 нет; есть %2.</translation>
    </message>
    <message>
        <source>%1 is given twice; once is allowed.</source>
        <translation>%1 указан дважды, а можно один раз.</translation>
    </message>
    <message>
        <source>%1 needs a value: &quot;%1 VALUE&quot; or &quot;%1=VALUE&quot;.</source>
        <translation>Параметру %1 нужно значение: «%1 ЗНАЧЕНИЕ» или «%1=ЗНАЧЕНИЕ».</translation>
    </message>
    <message>
        <source>%1 takes a number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>Параметру %1 нужно число от %2 до %3, а не «%4».</translation>
    </message>
    <message>
        <source>%1 takes a whole number from 0 to 18446744073709551615, not &quot;%2&quot;.</source>
        <translation>Параметру %1 нужно целое число от 0 до 18446744073709551615, а не «%2».</translation>
    </message>
    <message>
        <source>%1 takes WIDTHxHEIGHT in pixels, such as 1600x900, each from %2 to %3, not &quot;%4&quot;.</source>
        <translation>Параметру %1 нужны ШИРИНАxВЫСОТА в точках, например 1600x900, от %2 до %3 каждая, а не «%4».</translation>
    </message>
    <message>
        <source>%1 takes one of: %2; not &quot;%3&quot;.</source>
        <translation>Параметру %1 нужно одно из: %2; а не «%3».</translation>
    </message>
    <message>
        <source>%1 holds settings and no run, so that nothing can be written of it: open it, and press Run.</source>
        <translation>В файле %1 настройки, а прогона нет, и записать нечего: откройте его и нажмите «Пуск».</translation>
    </message>
    <message>
        <source>list takes only --json and --language, not &quot;%1&quot;.</source>
        <translation>Команда list понимает только --json и --language, а не «%1».</translation>
    </message>
    <message>
        <source>%1 takes FROM..TO in seconds of the run, such as 1.5..2, FROM before TO and both from 0 to %2, not &quot;%3&quot;.</source>
        <translation>Параметру %1 нужно ОТ..ДО в секундах прогона, например 1.5..2: ОТ раньше ДО, оба от 0 до %2, а не «%3».</translation>
    </message>
    <message>
        <source>--change takes AT:NAME=VALUE, AT in seconds of the run and not negative, such as --change 1.5:threads=16, not &quot;%1&quot;.</source>
        <translation>--change принимает AT:NAME=VALUE, где AT — неотрицательное время запуска в секундах, например --change 1.5:threads=16, а не «%1».</translation>
    </message>
    <message>
        <source>The environment variable THREADSCAPE_SCHEDULER is &quot;%1&quot;: it may be perf, clocks or none.</source>
        <translation>Переменная окружения THREADSCAPE_SCHEDULER – «%1»: допустимы perf, clocks и none.</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>Не хватает памяти.</translation>
    </message>
    <message>
        <source>The system refused: %1.</source>
        <translation>Система отказала: %1.</translation>
    </message>
    <message>
        <source>There is no display here, and so no window. Without one, &quot;threadscape run bank --png bank.png&quot; runs an experiment and draws it, and &quot;threadscape list&quot; shows which there are.</source>
        <translation>Здесь нет экрана, поэтому нет и окна. Без него «threadscape run bank --png bank.png» проводит опыт и рисует его, а «threadscape list» показывает, какие есть.</translation>
    </message>
    <message>
        <source>Nothing can be painted here: the system does not let Qt load its parts. Results and traces need none of them.</source>
        <translation>Здесь ничего не нарисовать: система не даёт Qt загрузить его части. Для результатов и трасс они не нужны.</translation>
    </message>
    <message>
        <source>The system allows this program %1 more open files, too few to paint: raise that limit (ulimit -n).</source>
        <translation>Система разрешает этой программе открыть ещё столько файлов: %1; чтобы рисовать, этого мало. Поднимите этот предел (ulimit -n).</translation>
    </message>
    <message>
        <source>The system allows this program %1 more threads, too few to paint: raise that limit (ulimit -u, or -v).</source>
        <translation>Система разрешает этой программе ещё столько потоков: %1; чтобы рисовать, этого мало. Поднимите этот предел (ulimit -u или -v).</translation>
    </message>
</context>
<context>
    <name>contention</name>
    <message>
        <source>There was no lock in this run: nobody waited.</source>
        <translation>Блокировок в этом прогоне не было: никто не ждал.</translation>
    </message>
    <message>
        <source>Nobody had to wait.</source>
        <translation>Ждать никому не пришлось.</translation>
    </message>
    <message>
        <source>Nobody took the lock in this run: nobody waited.</source>
        <translation>Блокировку в этом прогоне никто не захватывал: никто и не ждал.</translation>
    </message>
</context>
<context>
    <name>cores</name>
    <message>
        <source>this run</source>
        <translation>этот запуск</translation>
    </message>
    <message>
        <source>other processes</source>
        <translation>другие процессы</translation>
    </message>
    <message>
        <source>taken away by the host</source>
        <translation>забрал хост</translation>
    </message>
    <message>
        <source>Cores: who ran on them</source>
        <translation>Ядра: кто на них выполнялся</translation>
    </message>
    <message>
        <source>Hides who ran on each core (C)</source>
        <translation>Скрывает, кто выполнялся на каждом ядре (C)</translation>
    </message>
    <message>
        <source>Shows who ran on each core (C)</source>
        <translation>Показывает, кто выполнялся на каждом ядре (C)</translation>
    </message>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n ядро</numerusform>
            <numerusform>%n ядра</numerusform>
            <numerusform>%n ядер</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was idle around here</source>
        <translation>%1: здесь простаивало</translation>
    </message>
    <message>
        <source>%1, around here: %2 % idle, %3 % other processes</source>
        <translation>%1, около этого места: простой %2 %, другие процессы %3 %</translation>
    </message>
    <message>
        <source>%1, around here: %2 % idle, %3 % other processes, %4 % taken away by the host</source>
        <translation>%1, около этого места: простой %2 %, другие процессы %3 %, забрал хост %4 %</translation>
    </message>
    <message>
        <source>%1, around here: %2 % this run, %3 % idle, %4 % other processes</source>
        <translation>%1, около этого места: этот запуск %2 %, простой %3 %, другие процессы %4 %</translation>
    </message>
    <message>
        <source>%1, around here: %2 % this run, %3 % idle, %4 % other processes, %5 % taken away by the host</source>
        <translation>%1, около этого места: этот запуск %2 %, простой %3 %, другие процессы %4 %, забрал хост %5 %</translation>
    </message>
    <message>
        <source>%1 has run Threadscape itself for %2</source>
        <translation>%1: выполняется сам Threadscape, уже %2</translation>
    </message>
    <message>
        <source>%1 ran Threadscape itself for %2</source>
        <translation>%1: выполнялся сам Threadscape, %2</translation>
    </message>
    <message>
        <source>%1 has run %2 for %3</source>
        <translation>%1: выполняется %2, уже %3</translation>
    </message>
    <message>
        <source>%1 ran %2 for %3</source>
        <translation>%1: выполнялся %2, %3</translation>
    </message>
    <message>
        <source>More threads than cores</source>
        <translation>Потоков больше ядер</translation>
    </message>
    <message numerus="yes">
        <source>What do %n threads do on %1 cores?</source>
        <translation>
            <numerusform>Что делает %n поток, если ядер %1?</numerusform>
            <numerusform>Что делают %n потока, если ядер %1?</numerusform>
            <numerusform>Что делают %n потоков, если ядер %1?</numerusform>
        </translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>ms of work</source>
        <translation>мс работы</translation>
    </message>
    <message>
        <source>Had a core</source>
        <translation>Ядро было</translation>
    </message>
    <message>
        <source>Wanted a core</source>
        <translation>Ждали ядра</translation>
    </message>
    <message>
        <source>Cores taken away</source>
        <translation>Ядро отбирали</translation>
    </message>
    <message>
        <source>Cores given up</source>
        <translation>Ядро отдавали</translation>
    </message>
    <message>
        <source>Moves to another core</source>
        <translation>Переходы на другое ядро</translation>
    </message>
    <message>
        <source>Wanted a core longest</source>
        <translation>Дольше всех ждал ядра</translation>
    </message>
    <message>
        <source>That long without a core</source>
        <translation>Столько без ядра</translation>
    </message>
    <message>
        <source>None has begun yet.</source>
        <translation>Пока никто не начал.</translation>
    </message>
    <message numerus="yes">
        <source>They run side by side: on average %1 of %n threads had a core, and %2 wanted one for %3 of %4.</source>
        <translation>
            <numerusform>Работает спокойно: в среднем ядро было у %1 из %n потока; %2 ждал его %3 из %4.</numerusform>
            <numerusform>Работают бок о бок: в среднем ядро было у %1 из %n потоков; %2 ждал его %3 из %4.</numerusform>
            <numerusform>Работают бок о бок: в среднем ядро было у %1 из %n потоков; %2 ждал его %3 из %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far: on average %1 of %n threads have a core; %2 has wanted one for %3 of %4.</source>
        <translation>
            <numerusform>Пока: в среднем ядро есть у %1 из %n потока; %2 ждал его %3 из %4.</numerusform>
            <numerusform>Пока: в среднем ядро есть у %1 из %n потоков; %2 ждал его %3 из %4.</numerusform>
            <numerusform>Пока: в среднем ядро есть у %1 из %n потоков; %2 ждал его %3 из %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They take turns: on average %1 of %n threads had a core. %2 wanted a core for %3 of %4.</source>
        <translation>
            <numerusform>Работает по очереди с другими: в среднем ядро было у %1 из %n потока. %2 ждал ядра %3 из %4.</numerusform>
            <numerusform>Работают по очереди: в среднем ядро было у %1 из %n потоков. %2 ждал ядра %3 из %4.</numerusform>
            <numerusform>Работают по очереди: в среднем ядро было у %1 из %n потоков. %2 ждал ядра %3 из %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Threads with a core, on average: %1 of %2; from %3 on, %4 of %5.</source>
        <translation>Потоков на ядрах в среднем: %1 из %2; с %3 — %4 из %5.</translation>
    </message>
    <message>
        <source>Threads with a core, on average: %1 of %2; from %3 on, %4 of %5; from %6 on, %7 of %8.</source>
        <translation>Потоков на ядрах в среднем: %1 из %2; с %3 — %4 из %5; с %6 — %7 из %8.</translation>
    </message>
    <message numerus="yes">
        <source>Threads with a core, on average: %1 of %2 from %3 on, the last of %n stretches between changes.</source>
        <translation>
            <numerusform>Потоков на ядрах в среднем: %1 из %2 начиная с %3 — на последнем из %n отрезка между изменениями.</numerusform>
            <numerusform>Потоков на ядрах в среднем: %1 из %2 начиная с %3 — на последнем из %n отрезков между изменениями.</numerusform>
            <numerusform>Потоков на ядрах в среднем: %1 из %2 начиная с %3 — на последнем из %n отрезков между изменениями.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countdown</name>
    <message>
        <source>Countdown</source>
        <translation>Обратный отсчёт</translation>
    </message>
    <message>
        <source>Does the program wait for its threads?</source>
        <translation>Ждёт ли программа свои потоки?</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>names has %1 names for %2 threads: leave some out, or raise threads.</source>
        <translation>В names имён %1, а потоков %2: уберите лишние или увеличьте threads.</translation>
    </message>
    <message>
        <source>names has &quot;%1&quot;: a name has 1 to %2 bytes, and commas stand between names.</source>
        <translation>В names есть «%1»: в имени от 1 до %2 байт, между именами запятые.</translation>
    </message>
    <message>
        <source>Lines printed</source>
        <translation>Напечатано строк</translation>
    </message>
    <message>
        <source>Threads there were</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>Alive when main ended</source>
        <translation>Живы в конце main</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Оборвано</translation>
    </message>
    <message>
        <source>A second join took</source>
        <translation>Второй join занял</translation>
    </message>
    <message numerus="yes">
        <source>Not for daemons: main was through after %1, and the program&apos;s end cut off %n threads after %2 of their %3 lines.</source>
        <translation>
            <numerusform>Демонов — нет: main закончил через %1, и конец программы оборвал %n поток на %2-й из %3 строк.</numerusform>
            <numerusform>Демонов — нет: main закончил через %1, и конец программы оборвал %n потока, когда из %3 строк было %2.</numerusform>
            <numerusform>Демонов — нет: main закончил через %1, и конец программы оборвал %n потоков, когда из %3 строк было %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Main did, since it joins them: it said &quot;down&quot; last, after %1.</source>
        <translation>Главный поток ждал, ведь он вызывает join: «down» он напечатал последним, через %1.</translation>
    </message>
    <message>
        <source>Yes, though main did not: it was through after %1, and the program ended with its last thread, after %2.</source>
        <translation>Да, хотя главный поток не ждал: он закончил через %1, а программа — с последним потоком, через %2.</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Имена</translation>
    </message>
    <message>
        <source>Thread-1, Thread-2, ...</source>
        <translation>Thread-1, Thread-2, ...</translation>
    </message>
    <message>
        <source>Of the threads, with commas between them.</source>
        <translation>Имена потоков через запятую.</translation>
    </message>
    <message>
        <source>Counts down from</source>
        <translation>Отсчёт от</translation>
    </message>
    <message>
        <source>Between two lines</source>
        <translation>Между строками</translation>
    </message>
    <message>
        <source>Main joins them</source>
        <translation>Главный поток вызывает join</translation>
    </message>
    <message>
        <source>Daemon threads</source>
        <translation>Потоки-демоны</translation>
    </message>
    <message>
        <source>The program does not wait for daemons when it ends.</source>
        <translation>Завершаясь, программа демонов не ждёт.</translation>
    </message>
    <message>
        <source>The program runs: its end will cut its daemons off.</source>
        <translation>Программа выполняется: её конец оборвёт демонов.</translation>
    </message>
    <message>
        <source>Ended before the program did.</source>
        <translation>Прервано раньше, чем закончилась программа.</translation>
    </message>
    <message numerus="yes">
        <source>So far %1 of %n lines.</source>
        <translation>
            <numerusform>Пока напечатано %1 из %n строки.</numerusform>
            <numerusform>Пока напечатано %1 из %n строк.</numerusform>
            <numerusform>Пока напечатано %1 из %n строк.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended after %1 of %n lines.</source>
        <translation>
            <numerusform>Прервано: напечатано %1 из %n строки.</numerusform>
            <numerusform>Прервано: напечатано %1 из %n строк.</numerusform>
            <numerusform>Прервано: напечатано %1 из %n строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>There was nothing to wait for: main was through after %1, and its threads had ended before.</source>
        <translation>Ждать было некого: главный поток закончил через %1, а его потоки — ещё раньше.</translation>
    </message>
</context>
<context>
    <name>counter</name>
    <message>
        <source>Counter</source>
        <translation>Счётчик</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Насчитано</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Ожидалось</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Потеряно</translation>
    </message>
    <message>
        <source>Rounds with a loss</source>
        <translation>Раунды с потерей</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Раунды</translation>
    </message>
    <message>
        <source>Lost in each round</source>
        <translation>Потеряно в каждом раунде</translation>
    </message>
    <message>
        <source>So far: %1 of %2 rounds, %3 with a loss.</source>
        <translation>Пока: раундов — %1 из %2, с потерей — %3.</translation>
    </message>
    <message>
        <source>Ended before the first round was counted.</source>
        <translation>Остановлен до конца первого раунда.</translation>
    </message>
    <message numerus="yes">
        <source>Yes, in all of %n rounds: the lock lets one thread at a time read and write.</source>
        <translation>
            <numerusform>Да (%n раунд): блокировка пускает читать и писать по одному потоку.</numerusform>
            <numerusform>Да (%n раунда): блокировка пускает читать и писать по одному потоку.</numerusform>
            <numerusform>Да (%n раундов): блокировка пускает читать и писать по одному потоку.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Yes, in all of %n rounds: each increment is one step that nobody interrupts.</source>
        <translation>
            <numerusform>Да (%n раунд): каждый инкремент — один шаг, в который никто не вмешается.</numerusform>
            <numerusform>Да (%n раунда): каждый инкремент — один шаг, в который никто не вмешается.</numerusform>
            <numerusform>Да (%n раундов): каждый инкремент — один шаг, в который никто не вмешается.</numerusform>
        </translation>
    </message>
    <message>
        <source>Increments of each</source>
        <translation>Инкрементов у каждого</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Защита</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>блокировка</translation>
    </message>
    <message>
        <source>atomic</source>
        <translation>атомарно</translation>
    </message>
    <message>
        <source>Is %1 × %2 always %3?</source>
        <translation>%1 × %2 – всегда ли это %3?</translation>
    </message>
    <message>
        <source>So many times from zero, all threads at once.</source>
        <translation>Столько раз с нуля, все потоки сразу.</translation>
    </message>
    <message>
        <source>The first round is being counted.</source>
        <translation>Идёт первый раунд.</translation>
    </message>
    <message numerus="yes">
        <source>So far: %n rounds, %1 of %2 increments were lost.</source>
        <translation>
            <numerusform>Пока: прошёл %n раунд, потеряно инкрементов: %1 из %2.</numerusform>
            <numerusform>Пока: прошло %n раунда, потеряно инкрементов: %1 из %2.</numerusform>
            <numerusform>Пока: прошло %n раундов, потеряно инкрементов: %1 из %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>No: %1 of %2 increments were lost. A thread read the number, others added to it, and its own sum then overwrote theirs.</source>
        <translation>Нет: потеряно инкрементов: %1 из %2. Поток прочёл число, другие прибавляли дальше, а потом его сумма затёрла их суммы.</translation>
    </message>
    <message numerus="yes">
        <source>No: it took %n rounds until %1 of %2 increments were lost. A thread read the number, others added to it, and its own sum then overwrote theirs.</source>
        <translation>
            <numerusform>Нет: понадобился %n раунд, пока не потерялось инкрементов: %1 из %2. Поток прочёл число, другие прибавляли дальше, а потом его сумма затёрла их суммы.</numerusform>
            <numerusform>Нет: понадобилось %n раунда, пока не потерялось инкрементов: %1 из %2. Поток прочёл число, другие прибавляли дальше, а потом его сумма затёрла их суммы.</numerusform>
            <numerusform>Нет: понадобилось %n раундов, пока не потерялось инкрементов: %1 из %2. Поток прочёл число, другие прибавляли дальше, а потом его сумма затёрла их суммы.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No: %1 of %2 increments were lost, in %3 of %n rounds. A thread read the number, others added to it, and its own sum then overwrote theirs.</source>
        <translation>
            <numerusform>Нет: потеряно инкрементов: %1 из %2; потери были в %3 из %n раунда. Поток прочёл число, другие прибавляли дальше, а потом его сумма затёрла их суммы.</numerusform>
            <numerusform>Нет: потеряно инкрементов: %1 из %2; потери были в %3 из %n раундов. Поток прочёл число, другие прибавляли дальше, а потом его сумма затёрла их суммы.</numerusform>
            <numerusform>Нет: потеряно инкрементов: %1 из %2; потери были в %3 из %n раундов. Поток прочёл число, другие прибавляли дальше, а потом его сумма затёрла их суммы.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, but it shows nothing: a single thread has nobody to overwrite its sums.</source>
        <translation>Да, но это ничего не доказывает: один поток, и затирать его суммы некому.</translation>
    </message>
    <message numerus="yes">
        <source>This time yes, in all of %n rounds, but only by luck: the threads happened not to collide.</source>
        <translation>
            <numerusform>На этот раз да (%n раунд) — но только по везению: потоки случайно не столкнулись.</numerusform>
            <numerusform>На этот раз да (%n раунда) — но только по везению: потоки случайно не столкнулись.</numerusform>
            <numerusform>На этот раз да (%n раундов) — но только по везению: потоки случайно не столкнулись.</numerusform>
        </translation>
    </message>
    <message>
        <source>Until so many are lost</source>
        <translation>Пока не потеряется столько</translation>
    </message>
    <message>
        <source>0: it does not matter. Else the rounds end when so many are lost; a single round is repeated up to 100 times.</source>
        <translation>0 — неважно сколько. Иначе раунды заканчиваются, когда столько потеряно; один раунд повторяется до 100 раз.</translation>
    </message>
    <message>
        <source>None: read, add one, write, as three steps. Atomic: as one step. One in 1,000 increments yields the core, half of them between reading and writing.</source>
        <translation>Без защиты: прочесть, прибавить, записать — три шага. Атомарно — один. Раз в 1000 инкрементов поток уступает ядро, в половине случаев — между чтением и записью.</translation>
    </message>
</context>
<context>
    <name>deadlock</name>
    <message>
        <source>Deadlock</source>
        <translation>Взаимная блокировка</translation>
    </message>
    <message>
        <source>Why does nothing move?</source>
        <translation>Почему ничего не движется?</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Переводы</translation>
    </message>
    <message>
        <source>Deadlocked</source>
        <translation>Взаимная блокировка</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Круг</translation>
    </message>
    <message>
        <source>Found after</source>
        <translation>Обнаружена через</translation>
    </message>
    <message>
        <source>Money before</source>
        <translation>Денег сначала</translation>
    </message>
    <message>
        <source>Money after</source>
        <translation>Денег в конце</translation>
    </message>
    <message>
        <source>%1 holds %2 and wants %3; %4 holds %3 and wants %2. No money was lost.</source>
        <translation>%1 держит %2 и ждёт %3; %4 держит %3 и ждёт %2. Деньги не пропали.</translation>
    </message>
    <message numerus="yes">
        <source>It moves, %n transfers: who takes the locks always in the same order never waits in a circle.</source>
        <translation>
            <numerusform>Движется, %n перевод: кто берёт блокировки всегда в одном порядке, не ждёт по кругу.</numerusform>
            <numerusform>Движется, %n перевода: кто берёт блокировки всегда в одном порядке, не ждёт по кругу.</numerusform>
            <numerusform>Движется, %n переводов: кто берёт блокировки всегда в одном порядке, не ждёт по кругу.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It moved this time, %n transfers: but only luck kept the threads from taking two locks crosswise.</source>
        <translation>
            <numerusform>На этот раз обошлось, %n перевод: но лишь по везению потоки не взяли две блокировки крест-накрест.</numerusform>
            <numerusform>На этот раз обошлось, %n перевода: но лишь по везению потоки не взяли две блокировки крест-накрест.</numerusform>
            <numerusform>На этот раз обошлось, %n переводов: но лишь по везению потоки не взяли две блокировки крест-накрест.</numerusform>
        </translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Счета</translation>
    </message>
    <message>
        <source>Locks in the same order</source>
        <translation>Блокировки в одном порядке</translation>
    </message>
    <message>
        <source>The account with the lower number first, whichever way the money goes.</source>
        <translation>Сначала счёт с меньшим номером, куда бы ни шли деньги.</translation>
    </message>
    <message>
        <source>Work between the two locks</source>
        <translation>Работа между двумя блокировками</translation>
    </message>
    <message>
        <source>In all; the run ends with the last one.</source>
        <translation>Всего; запуск кончается последним.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>No transfer has been made yet.</source>
        <translation>Переводов ещё не было.</translation>
    </message>
    <message>
        <source>Ended before the first transfer was made.</source>
        <translation>Прервано раньше первого перевода.</translation>
    </message>
    <message numerus="yes">
        <source>It still moves: %1 of %n transfers.</source>
        <translation>
            <numerusform>Пока движется: сделано %1 из %n перевода.</numerusform>
            <numerusform>Пока движется: сделано %1 из %n переводов.</numerusform>
            <numerusform>Пока движется: сделано %1 из %n переводов.</numerusform>
        </translation>
    </message>
    <message>
        <source>It moves: a single transfer has nobody to wait for.</source>
        <translation>Движется: единственному переводу некого ждать.</translation>
    </message>
    <message numerus="yes">
        <source>It moved until it was ended, %n transfers: so far no threads were seen to wait in a circle.</source>
        <translation>
            <numerusform>До остановки всё двигалось, %n перевод: ожидания по кругу пока не было видно.</numerusform>
            <numerusform>До остановки всё двигалось, %n перевода: ожидания по кругу пока не было видно.</numerusform>
            <numerusform>До остановки всё двигалось, %n переводов: ожидания по кругу пока не было видно.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deposit</name>
    <message>
        <source>Lost updates</source>
        <translation>Потерянные обновления</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Баланс</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Работники</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>ожидается</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>потеряно: %1</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Ожидалось</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Потеряно</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Yes, %1, in %2: this time no two deposits met.</source>
        <translation>Да, %1, за %2: на этот раз вклады не столкнулись.</translation>
    </message>
    <message>
        <source>Deposits</source>
        <translation>Вклады</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Работа</translation>
    </message>
    <message>
        <source>With a lock</source>
        <translation>С блокировкой</translation>
    </message>
    <message numerus="yes">
        <source>Do %n deposits of %1 make %2?</source>
        <translation>
            <numerusform>Даст ли %n вклад по %1 ровно %2?</numerusform>
            <numerusform>Дадут ли %n вклада по %1 ровно %2?</numerusform>
            <numerusform>Дадут ли %n вкладов по %1 ровно %2?</numerusform>
        </translation>
    </message>
    <message>
        <source>Threads of the pool that share the deposits.</source>
        <translation>Потоки пула, которые делят вклады между собой.</translation>
    </message>
    <message>
        <source>Between reading the balance and writing it back.</source>
        <translation>Между чтением баланса и записью нового.</translation>
    </message>
    <message>
        <source>Held from reading to writing: one deposit at a time.</source>
        <translation>Её держат от чтения до записи: вклады идут по одному.</translation>
    </message>
    <message numerus="yes">
        <source>So far: %1 of %n deposits made, the balance is %2.</source>
        <translation>
            <numerusform>Пока сделано %1 из %n вклада, баланс — %2.</numerusform>
            <numerusform>Пока сделано %1 из %n вкладов, баланс — %2.</numerusform>
            <numerusform>Пока сделано %1 из %n вкладов, баланс — %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No, %1: up to %n threads had read the balance before any of them wrote.</source>
        <translation>
            <numerusform>Нет, %1: до %n потока успевало прочесть баланс, прежде чем кто-то из них записывал новый.</numerusform>
            <numerusform>Нет, %1: до %n потоков успевало прочесть баланс, прежде чем кто-то из них записывал новый.</numerusform>
            <numerusform>Нет, %1: до %n потоков успевало прочесть баланс, прежде чем кто-то из них записывал новый.</numerusform>
        </translation>
    </message>
    <message>
        <source>No, %1: a thread wrote over what others had written since it read the balance.</source>
        <translation>Нет, %1: поток записал своё поверх того, что другие записали после его чтения.</translation>
    </message>
    <message>
        <source>Yes, %1: a single deposit has nobody to meet.</source>
        <translation>Да, %1: единственному вкладу не с кем столкнуться.</translation>
    </message>
    <message>
        <source>Yes, %1, in %2: the only worker makes one deposit after the other, and nobody else writes.</source>
        <translation>Да, %1, за %2: единственный рабочий поток делает вклады один за другим, и больше никто не пишет.</translation>
    </message>
    <message>
        <source>Yes, %1, in %2: with the lock only one thread at a time is between reading and writing.</source>
        <translation>Да, %1, за %2: с блокировкой между чтением и записью всегда только один поток.</translation>
    </message>
    <message>
        <source>Ended before the first deposit was made.</source>
        <translation>Остановлено раньше первого вклада.</translation>
    </message>
    <message numerus="yes">
        <source>Ended after %1 of %n deposits: the balance is %2, and nothing is lost.</source>
        <translation>
            <numerusform>Остановлено после %1 из %n вклада: баланс — %2, ничего не потеряно.</numerusform>
            <numerusform>Остановлено после %1 из %n вкладов: баланс — %2, ничего не потеряно.</numerusform>
            <numerusform>Остановлено после %1 из %n вкладов: баланс — %2, ничего не потеряно.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended after %1 of %n deposits: the balance is %2, %3 lost.</source>
        <translation>
            <numerusform>Остановлено после %1 из %n вклада: баланс — %2, потеряно %3.</numerusform>
            <numerusform>Остановлено после %1 из %n вкладов: баланс — %2, потеряно %3.</numerusform>
            <numerusform>Остановлено после %1 из %n вкладов: баланс — %2, потеряно %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Between reading and writing at a time, most</source>
        <translation>Между чтением и записью сразу, не больше</translation>
    </message>
</context>
<context>
    <name>echo</name>
    <message>
        <source>Echo server</source>
        <translation>Эхо-сервер</translation>
    </message>
    <message numerus="yes">
        <source>Can one thread serve %n clients?</source>
        <translation>
            <numerusform>Обслужит ли один поток %n клиента?</numerusform>
            <numerusform>Обслужит ли один поток %n клиентов?</numerusform>
            <numerusform>Обслужит ли один поток %n клиентов?</numerusform>
        </translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>соединения</translation>
    </message>
    <message>
        <source>lines sent back</source>
        <translation>возвращено строк</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>lines echoed</source>
        <translation>получено строк</translation>
    </message>
    <message>
        <source>clients is %1, which takes %2 open sockets and files, and the system allows %3 more: lower clients to %4.</source>
        <translation>clients = %1, для этого нужно %2 открытых сокетов и файлов, а система разрешает ещё %3: уменьшите clients до %4.</translation>
    </message>
    <message>
        <source>Lines echoed</source>
        <translation>Строк вернулось</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Потеряно</translation>
    </message>
    <message>
        <source>There and back, median</source>
        <translation>Туда и обратно, медиана</translation>
    </message>
    <message>
        <source>99 of 100 within</source>
        <translation>99 из 100 не дольше</translation>
    </message>
    <message>
        <source>Open at once, at most</source>
        <translation>Открыто сразу, не более</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Nobody can listen at port %1: %2. Choose another, or 0 for one that is free.</source>
        <translation>Порт %1 не открыть: %2. Выберите другой или 0, чтобы взять свободный.</translation>
    </message>
    <message>
        <source>Each has a connection of its own.</source>
        <translation>У каждого своё соединение.</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>That each client sends, one after the other.</source>
        <translation>Их отправляет каждый клиент, одну за другой.</translation>
    </message>
    <message>
        <source>Length of a line</source>
        <translation>Длина строки</translation>
    </message>
    <message>
        <source>With its end.</source>
        <translation>Вместе с её концом.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Of 127.0.0.1, where the server listens. 0: one that is free.</source>
        <translation>Порт 127.0.0.1, который слушает сервер. 0: любой свободный.</translation>
    </message>
    <message numerus="yes">
        <source>So far %1 of %n lines came back.</source>
        <translation>
            <numerusform>Пока вернулось %1 из %n строки.</numerusform>
            <numerusform>Пока вернулось %1 из %n строк.</numerusform>
            <numerusform>Пока вернулось %1 из %n строк.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not quite: %1 of %n lines were lost.</source>
        <translation>
            <numerusform>Не совсем: потеряно %1 из %n строки.</numerusform>
            <numerusform>Не совсем: потеряно %1 из %n строк.</numerusform>
            <numerusform>Не совсем: потеряно %1 из %n строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended before a line came back.</source>
        <translation>Прервано раньше, чем вернулась хоть одна строка.</translation>
    </message>
    <message numerus="yes">
        <source>Ended early: %1 of %n lines came back.</source>
        <translation>
            <numerusform>Прервано: вернулось %1 из %n строки.</numerusform>
            <numerusform>Прервано: вернулось %1 из %n строк.</numerusform>
            <numerusform>Прервано: вернулось %1 из %n строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>It can: the only line came back after %1.</source>
        <translation>Да: единственная строка вернулась через %1.</translation>
    </message>
    <message numerus="yes">
        <source>It can: with %n connections open at once every line came back, half of the %1 within %2. Who waits for a line keeps no thread.</source>
        <translation>
            <numerusform>Да: открыто %n соединение сразу, и вернулись все строки (%1), половина — не дольше чем за %2. Кто ждёт строку, тот не занимает поток.</numerusform>
            <numerusform>Да: открыто %n соединения сразу, и вернулись все строки (%1), половина — не дольше чем за %2. Кто ждёт строку, тот не занимает поток.</numerusform>
            <numerusform>Да: открыто %n соединений сразу, и вернулись все строки (%1), половина — не дольше чем за %2. Кто ждёт строку, тот не занимает поток.</numerusform>
        </translation>
    </message>
    <message>
        <source>The system allows this program %1 more open sockets and files, too few for one client: raise that limit (ulimit -n).</source>
        <translation>Система разрешает этой программе ещё столько сокетов и файлов: %1; этого мало и для одного клиента. Поднимите этот предел (ulimit -n).</translation>
    </message>
</context>
<context>
    <name>exec</name>
    <message>
        <source>The pool was shut down: it takes no more tasks.</source>
        <translation>Пул остановлен и задач больше не принимает.</translation>
    </message>
    <message>
        <source>A done-callback of task %1 failed: %2.</source>
        <translation>Обработчик завершения задачи %1 закончился ошибкой: %2.</translation>
    </message>
    <message>
        <source>Task %1 was cancelled before it began: there is no result.</source>
        <translation>Задача %1 отменена до начала: результата нет.</translation>
    </message>
    <message>
        <source>The pool is broken: %1, process %2, was ended by signal %3. Tasks that had not ended by then have no result.</source>
        <translation>Пул сломан: %1, процесс %2, завершён сигналом %3. У задач, не закончившихся к этому моменту, нет результата.</translation>
    </message>
    <message>
        <source>The pool is broken: %1, process %2, ended with exit code %3. Tasks that had not ended by then have no result.</source>
        <translation>Пул сломан: %1, процесс %2, закончился с кодом %3. У задач, не закончившихся к этому моменту, нет результата.</translation>
    </message>
    <message>
        <source>A worker process answered with %1 bytes, which make no sense as a result.</source>
        <translation>Рабочий процесс ответил %1 байтами, которые не могут быть результатом.</translation>
    </message>
    <message>
        <source>%1 ended in the middle of its job.</source>
        <translation>%1: завершение посреди задания.</translation>
    </message>
    <message>
        <source>%1 failed: %2.</source>
        <translation>%1: сбой (%2).</translation>
    </message>
    <message>
        <source>python3 ended before it had answered.</source>
        <translation>python3 завершился, не ответив.</translation>
    </message>
    <message>
        <source>There is no python3 on this machine.</source>
        <translation>На этой машине нет python3.</translation>
    </message>
    <message>
        <source>python3 (%1) cannot be started: %2.</source>
        <translation>Не удалось запустить python3 (%1): %2.</translation>
    </message>
    <message>
        <source>python3 (%1) cannot run the program: its standard library may not be whole.</source>
        <translation>python3 (%1) не может выполнить программу: возможно, его стандартная библиотека неполна.</translation>
    </message>
</context>
<context>
    <name>figure</name>
    <message>
        <source>Before</source>
        <translation>Раньше</translation>
    </message>
    <message>
        <source>%1. Dashed: this run. Solid: %2.</source>
        <translation>%1. Пунктиром — этот прогон. Сплошные: %2.</translation>
    </message>
    <message>
        <source>%1. Below: %2.</source>
        <translation>%1. Ниже: %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Файл %1 не прочесть: %2.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Файла %1 нет.</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 – не файл.</translation>
    </message>
    <message>
        <source>The file shows a run of &quot;%1&quot;, an experiment that this version of Threadscape does not have.</source>
        <translation>В файле прогон опыта «%1», а в этой версии Threadscape такого опыта нет.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Файл %1 не записать: %2.</translation>
    </message>
    <message>
        <source>%1 is damaged: it does not tell any more what was run, and cannot be shown.</source>
        <translation>Файл %1 повреждён: по нему уже не понять, что запускалось, и показать его нельзя.</translation>
    </message>
    <message>
        <source>%1 needs more memory than there is.</source>
        <translation>Для %1 не хватает памяти.</translation>
    </message>
    <message>
        <source>%1 is no settings file of Threadscape, or it is damaged.</source>
        <translation>%1 – не файл настроек Threadscape, или он повреждён.</translation>
    </message>
    <message>
        <source>%1 is of another version of Threadscape: its format is %2, and this one reads %3.</source>
        <translation>%1 – от другой версии Threadscape: его формат – %2, а эта версия читает %3.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: %2.</source>
        <translation>Папку %1 не создать: %2.</translation>
    </message>
    <message>
        <source>%1 is damaged: what could be read of it is shown.</source>
        <translation>Файл %1 повреждён: показано то, что удалось прочесть.</translation>
    </message>
    <message>
        <source>%1 is cut off: what stands before the cut is shown.</source>
        <translation>Файл %1 оборван: показано то, что уцелело до обрыва.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>Файл %1 пуст.</translation>
    </message>
    <message>
        <source>%1 is no trace file of Threadscape (.tscape).</source>
        <translation>%1 – не трасса Threadscape (.tscape).</translation>
    </message>
    <message>
        <source>%1 is cut off before anything that could be shown.</source>
        <translation>Файл %1 оборван раньше, чем в нём появилось что показать.</translation>
    </message>
    <message>
        <source>%1 was written by another version of Threadscape, which this one cannot read.</source>
        <translation>%1 записан другой версией Threadscape, и эта его не прочтёт.</translation>
    </message>
    <message>
        <source>%1 does not tell any more what was run: what was recorded is shown.</source>
        <translation>%1 больше не сообщает, что выполнялось: показано то, что записано.</translation>
    </message>
    <message>
        <source>%1 is packed (gzip): unpack it, and open what comes out of it.</source>
        <translation>%1 сжат (gzip): распакуйте его и откройте то, что получится.</translation>
    </message>
    <message>
        <source>%1 is no trace that Threadscape can open: neither its own (.tscape) nor a Chrome trace (.json).</source>
        <translation>%1 – не трасса, которую может открыть Threadscape: ни своя (.tscape), ни Chrome (.json).</translation>
    </message>
    <message>
        <source>%1 is damaged: %2 of %3 events could not be read.</source>
        <translation>%1 повреждён: не удалось прочесть событий: %2 из %3.</translation>
    </message>
    <message>
        <source>%1 is no JSON, and no trace.</source>
        <translation>%1 – не JSON и не трасса.</translation>
    </message>
    <message>
        <source>%1 is JSON, but no Chrome trace: there are no events in it.</source>
        <translation>%1 – это JSON, но не трасса Chrome: событий в нём нет.</translation>
    </message>
    <message>
        <source>%1 is a Chrome trace with nothing in it that could be shown: no slices, and no counters.</source>
        <translation>%1 – трасса Chrome, но показать в ней нечего: нет ни отрезков, ни счётчиков.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is a Chrome trace of %n async events alone, which are not drawn: it has no slices and no counters.</source>
        <translation>
            <numerusform>%1 — трасса Chrome, в которой только %n асинхронное событие, а оно не рисуется: ни отрезков, ни счётчиков в ней нет.</numerusform>
            <numerusform>%1 — трасса Chrome, в которой только %n асинхронных события, а они не рисуются: ни отрезков, ни счётчиков в ней нет.</numerusform>
            <numerusform>%1 — трасса Chrome, в которой только %n асинхронных событий, а они не рисуются: ни отрезков, ни счётчиков в ней нет.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is a Chrome trace of %n instants alone, which are not drawn: it has no slices and no counters.</source>
        <translation>
            <numerusform>%1 — трасса Chrome, в которой только %n мгновенное событие, а оно не рисуется: ни отрезков, ни счётчиков в ней нет.</numerusform>
            <numerusform>%1 — трасса Chrome, в которой только %n мгновенных события, а они не рисуются: ни отрезков, ни счётчиков в ней нет.</numerusform>
            <numerusform>%1 — трасса Chrome, в которой только %n мгновенных событий, а они не рисуются: ни отрезков, ни счётчиков в ней нет.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is a Chrome trace of %n flow events alone, which are not drawn: it has no slices and no counters.</source>
        <translation>
            <numerusform>%1 — трасса Chrome, в которой только %n событие связи (flow), а оно не рисуется: ни отрезков, ни счётчиков в ней нет.</numerusform>
            <numerusform>%1 — трасса Chrome, в которой только %n события связи (flow), а они не рисуются: ни отрезков, ни счётчиков в ней нет.</numerusform>
            <numerusform>%1 — трасса Chrome, в которой только %n событий связи (flow), а они не рисуются: ни отрезков, ни счётчиков в ней нет.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is a Chrome trace of %n events that are not drawn (async: %2, instants: %3, flow: %4, others: %5): it has no slices and no counters.</source>
        <translation>
            <numerusform>%1 — трасса Chrome, в которой %n событие, и оно не рисуется (асинхронные: %2, мгновенные: %3, связи: %4, прочие: %5): ни отрезков, ни счётчиков в ней нет.</numerusform>
            <numerusform>%1 — трасса Chrome, в которой %n события, и они не рисуются (асинхронные: %2, мгновенные: %3, связи: %4, прочие: %5): ни отрезков, ни счётчиков в ней нет.</numerusform>
            <numerusform>%1 — трасса Chrome, в которой %n событий, и они не рисуются (асинхронные: %2, мгновенные: %3, связи: %4, прочие: %5): ни отрезков, ни счётчиков в ней нет.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has changed since it was opened: it is not copied, since it may no longer be what is shown.</source>
        <translation>%1 изменился с тех пор, как его открыли: он не скопирован, ведь показано, возможно, уже не то, что в нём.</translation>
    </message>
    <message>
        <source>%1 has the seed %2: it must be a whole number from 0 to 18446744073709551615.</source>
        <translation>В %1 начальное число %2: оно должно быть целым от 0 до 18446744073709551615.</translation>
    </message>
    <message>
        <source>%1 is too large to be opened: it takes about %2 MB of memory, and %3 MB are free.</source>
        <translation>Файл %1 слишком велик: чтобы его открыть, нужно около %2&#xa0;МБ памяти, а свободно %3&#xa0;МБ.</translation>
    </message>
</context>
<context>
    <name>follow</name>
    <message>
        <source>Follow a connection</source>
        <translation>Чтение из соединения</translation>
    </message>
    <message>
        <source>Does a bad message stop the reader?</source>
        <translation>Остановит ли читателя плохое сообщение?</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>В очереди</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>Читатели</translation>
    </message>
    <message>
        <source>received</source>
        <translation>получено</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Рабочие потоки</translation>
    </message>
    <message>
        <source>processed</source>
        <translation>обработано</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отвергнуто</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>Обработано</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>Застряло</translation>
    </message>
    <message>
        <source>So far: %1 of %2 messages received, %3 rejected, %4 processed.</source>
        <translation>Пока: получено %1 из %2 сообщений, отвергнуто %3, обработано %4.</translation>
    </message>
    <message>
        <source>Ended early: %1 of %2 messages received, %3 rejected, %4 processed.</source>
        <translation>Прервано: получено %1 из %2 сообщений, отвергнуто %3, обработано %4.</translation>
    </message>
    <message numerus="yes">
        <source>No: %n bad messages were rejected, the lock was let go of each time, and the other %1 of %2 were processed.</source>
        <translation>
            <numerusform>Нет: %n плохое сообщение отвергнуто, блокировка при этом снята, остальные %1 из %2 обработаны.</numerusform>
            <numerusform>Нет: %n плохих сообщения отвергнуты, блокировка каждый раз снималась, остальные %1 из %2 обработаны.</numerusform>
            <numerusform>Нет: %n плохих сообщений отвергнуты, блокировка каждый раз снималась, остальные %1 из %2 обработаны.</numerusform>
        </translation>
    </message>
    <message>
        <source>The lock is let go of</source>
        <translation>Блокировка снимается</translation>
    </message>
    <message>
        <source>by the next line</source>
        <translation>следующей строкой</translation>
    </message>
    <message>
        <source>always</source>
        <translation>всегда</translation>
    </message>
    <message>
        <source>By the next line, acquire() .. release(): an exception jumps over it. Always, with lock: an exception lets go of it too.</source>
        <translation>Следующей строкой, acquire() .. release(): исключение её перепрыгивает. Всегда, with lock: исключение тоже снимает блокировку.</translation>
    </message>
    <message>
        <source>Bad messages</source>
        <translation>Плохие сообщения</translation>
    </message>
    <message>
        <source>By chance; a bad one cannot be read.</source>
        <translation>Случайно; плохое нельзя разобрать.</translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation>Сообщений в секунду</translation>
    </message>
    <message>
        <source>Work with a message</source>
        <translation>Работа с сообщением</translation>
    </message>
    <message>
        <source>A worker&apos;s, after it took it from the queue.</source>
        <translation>У рабочего, после того как он взял его из очереди.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Yes: %1 caught the error, called itself, and waits for the lock that it holds itself. Nobody else reads: %2 of %3 messages were received.</source>
        <translation>Да: %1 поймал ошибку, вызвал сам себя и ждёт блокировку, которую сам и удерживает. Больше никто не читает: получено %2 из %3 сообщений.</translation>
    </message>
    <message numerus="yes">
        <source>Yes: %1 caught the error, called itself, and waits for the lock that it holds itself. %n other followers need that lock too: %2 of %3 messages were received.</source>
        <translation>
            <numerusform>Да: %1 поймал ошибку, вызвал сам себя и ждёт блокировку, которую сам и удерживает. Она нужна и ещё %n читателю: получено %2 из %3 сообщений.</numerusform>
            <numerusform>Да: %1 поймал ошибку, вызвал сам себя и ждёт блокировку, которую сам и удерживает. Она нужна и ещё %n читателям: получено %2 из %3 сообщений.</numerusform>
            <numerusform>Да: %1 поймал ошибку, вызвал сам себя и ждёт блокировку, которую сам и удерживает. Она нужна и ещё %n читателям: получено %2 из %3 сообщений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There was no bad message: all %n were processed.</source>
        <translation>
            <numerusform>Плохих сообщений не было: обработано %n.</numerusform>
            <numerusform>Плохих сообщений не было: обработаны все %n.</numerusform>
            <numerusform>Плохих сообщений не было: обработаны все %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No: %n bad messages were rejected, and the lock was let go of each time. There was no other message.</source>
        <translation>
            <numerusform>Нет: %n плохое сообщение отвергнуто, блокировка при этом снята. Других сообщений не было.</numerusform>
            <numerusform>Нет: %n плохих сообщения отвергнуты, блокировка каждый раз снималась. Других сообщений не было.</numerusform>
            <numerusform>Нет: %n плохих сообщений отвергнуты, блокировка каждый раз снималась. Других сообщений не было.</numerusform>
        </translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Круг</translation>
    </message>
</context>
<context>
    <name>foreign-release</name>
    <message>
        <source>A stranger&apos;s release</source>
        <translation>Чужое освобождение</translation>
    </message>
    <message>
        <source>May a stranger release a lock?</source>
        <translation>Может ли посторонний отпустить блокировку?</translation>
    </message>
    <message>
        <source>Strangers</source>
        <translation>Посторонние</translation>
    </message>
    <message>
        <source>Main waited</source>
        <translation>Главный поток ждал</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>No: an RLock has an owner, and refuses everybody else&apos;s release. Main took it a second time without waiting.</source>
        <translation>Нет: у RLock есть владелец, и чужое освобождение он отвергает. Главный поток взял его во второй раз без ожидания.</translation>
    </message>
    <message>
        <source>Main holds the lock, and waits for it.</source>
        <translation>Главный поток держит блокировку и ждёт её же.</translation>
    </message>
    <message>
        <source>Ended before the stranger came.</source>
        <translation>Кончилось раньше, чем пришёл посторонний.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>RLock</source>
        <translation>RLock</translation>
    </message>
    <message>
        <source>A Lock has no owner. An RLock belongs to the thread that took it, which may take it again.</source>
        <translation>У Lock нет владельца. RLock принадлежит взявшему его потоку, и тот может взять его ещё раз.</translation>
    </message>
    <message>
        <source>The stranger comes after</source>
        <translation>Посторонний придёт через</translation>
    </message>
    <message>
        <source>Yes: a Lock has no owner. Main, which held it, had it a second time after %1, since the stranger released it.</source>
        <translation>Да: у Lock нет владельца. Главный поток, который её держал, получил её во второй раз через %1, потому что её отпустил посторонний.</translation>
    </message>
    <message>
        <source>Ended before main had the lock a second time.</source>
        <translation>Прервано раньше, чем главный поток получил блокировку во второй раз.</translation>
    </message>
    <message>
        <source>No: an RLock has an owner, and refuses everybody else&apos;s release.</source>
        <translation>Нет: у RLock есть владелец, и чужое освобождение он отвергает.</translation>
    </message>
    <message>
        <source>The stranger has not come yet.</source>
        <translation>Посторонний ещё не пришёл.</translation>
    </message>
</context>
<context>
    <name>futures</name>
    <message>
        <source>Futures</source>
        <translation>Фьючерсы</translation>
    </message>
    <message>
        <source>What can become of a task?</source>
        <translation>Что может стать с задачей?</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Завершено</translation>
    </message>
    <message>
        <source>all tasks</source>
        <translation>все задачи</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>Вызывающие</translation>
    </message>
    <message>
        <source>tasks heard of</source>
        <translation>услышано о задачах</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Работники</translation>
    </message>
    <message>
        <source>fail is %1 and cancel %2, together more than the %3 tasks: lower one of them, or raise tasks.</source>
        <translation>fail равно %1, cancel — %2: вместе больше, чем задач (%3). Уменьшите одно из них или увеличьте tasks.</translation>
    </message>
    <message>
        <source>Threads of the pool.</source>
        <translation>Потоки пула.</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>Submitted one after the other.</source>
        <translation>Сдаются в пул одна за другой.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>How long a task takes, on average.</source>
        <translation>Сколько в среднем длится задача.</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Разброс</translation>
    </message>
    <message>
        <source>0: all take equally long; 1: from nothing to twice as long.</source>
        <translation>0: все длятся одинаково; 1: от нуля до удвоенного времени.</translation>
    </message>
    <message>
        <source>That fail</source>
        <translation>С ошибкой</translation>
    </message>
    <message>
        <source>So many tasks end by an exception.</source>
        <translation>Столько задач кончаются исключением.</translation>
    </message>
    <message>
        <source>To cancel</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>So many of the last tasks are cancelled before they begin.</source>
        <translation>Столько последних задач отменяются до начала.</translation>
    </message>
    <message>
        <source>Shutdown waits</source>
        <translation>Закрытие ждёт</translation>
    </message>
    <message>
        <source>The one who shuts the pool down waits until its tasks have ended.</source>
        <translation>Тот, кто закрывает пул, ждёт, пока не закончатся его задачи.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>С ошибкой</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Not ended</source>
        <translation>Не завершено</translation>
    </message>
    <message>
        <source>In the order of their ends</source>
        <translation>В порядке завершения</translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation>Обработчики</translation>
    </message>
    <message>
        <source>Squares, in the order of the inputs</source>
        <translation>Квадраты, в порядке входных данных</translation>
    </message>
    <message>
        <source>Cancels refused: it ran already</source>
        <translation>Отказано в отмене: уже выполнялась</translation>
    </message>
    <message>
        <source>Longest submit</source>
        <translation>Самая долгая сдача</translation>
    </message>
    <message>
        <source>Shutdown took</source>
        <translation>Закрытие заняло</translation>
    </message>
    <message>
        <source>Refused after shutdown</source>
        <translation>После закрытия отказано</translation>
    </message>
    <message>
        <source>So far %1 done, %2 failed and %3 cancelled, of %4.</source>
        <translation>Пока выполнено %1, с ошибкой %2, отменено %3 из %4.</translation>
    </message>
    <message>
        <source>%1 done, %2 failed and %3 cancelled; %4 had not ended.</source>
        <translation>Выполнено %1, с ошибкой %2, отменено %3; не завершилось %4.</translation>
    </message>
    <message>
        <source>%1 done, %2 failed, %3 cancelled: an exception waits for whoever asks for the result, and only what has not begun can be cancelled.</source>
        <translation>Выполнено %1, с ошибкой %2, отменено %3: исключение ждёт того, кто спросит результат, а отменить можно только то, что ещё не началось.</translation>
    </message>
    <message>
        <source>%1 done, %2 failed, %3 cancelled: the shutdown returned after %4, and what was queued ran all the same.</source>
        <translation>Выполнено %1, с ошибкой %2, отменено %3: закрытие вернулось через %4, а всё, что стояло в очереди, всё равно выполнилось.</translation>
    </message>
    <message>
        <source>%1 done, %2 failed: an exception waits for whoever asks for the result.</source>
        <translation>Выполнено %1, с ошибкой %2: исключение ждёт того, кто спросит результат.</translation>
    </message>
    <message numerus="yes">
        <source>All %n were cancelled before they began.</source>
        <translation>
            <numerusform>%n задача отменена, не начавшись.</numerusform>
            <numerusform>Все %n задачи отменены, не начавшись.</numerusform>
            <numerusform>Все %n задач отменены, не начавшись.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 done, %2 cancelled: only what has not begun can be cancelled.</source>
        <translation>Выполнено %1, отменено %2: отменить можно только то, что ещё не началось.</translation>
    </message>
    <message numerus="yes">
        <source>All %n are done: none failed, and none was cancelled.</source>
        <translation>
            <numerusform>Выполнена %n задача: ошибок и отмен не было.</numerusform>
            <numerusform>Выполнены все %n задачи: ошибок и отмен не было.</numerusform>
            <numerusform>Выполнены все %n задач: ошибок и отмен не было.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gather</name>
    <message>
        <source>Gather</source>
        <translation>Два дела сразу</translation>
    </message>
    <message>
        <source>How does one thread do two jobs?</source>
        <translation>Как один поток делает два дела?</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>primes found</source>
        <translation>найдено простых</translation>
    </message>
    <message>
        <source>squares</source>
        <translation>квадраты</translation>
    </message>
    <message>
        <source>from is %1 and to %2: from must not be greater than to.</source>
        <translation>from = %1, to = %2: from не может быть больше to.</translation>
    </message>
    <message>
        <source>Primes</source>
        <translation>Простые</translation>
    </message>
    <message>
        <source>Squares</source>
        <translation>Квадраты</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Times that a task went on</source>
        <translation>Задачи продолжались, раз</translation>
    </message>
    <message>
        <source>Times that it was another task</source>
        <translation>Из них другая задача</translation>
    </message>
    <message>
        <source>Threads that the tasks ran on</source>
        <translation>Потоков под задачами</translation>
    </message>
    <message>
        <source>Calls of the done-callback</source>
        <translation>Вызовов по завершении</translation>
    </message>
    <message>
        <source>Primes from</source>
        <translation>Простые от</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Primes up to it, and squares of 1 up to it.</source>
        <translation>Простые до этого числа и квадраты от 1 до него.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>After every number; 0: it only gives way to others.</source>
        <translation>После каждого числа; 0: только уступает другим.</translation>
    </message>
    <message>
        <source>Gathered</source>
        <translation>Вместе</translation>
    </message>
    <message>
        <source>Both at once; else one after the other.</source>
        <translation>Оба сразу; иначе одно за другим.</translation>
    </message>
    <message>
        <source>There was nothing to do: up to 0 there is neither a prime nor a square.</source>
        <translation>Делать было нечего: до 0 нет ни простых чисел, ни квадратов.</translation>
    </message>
    <message numerus="yes">
        <source>Not at all, when it awaits one job before it begins the other: %n primes and then the squares of the numbers up to %1 took %2, the sum of both.</source>
        <translation>
            <numerusform>Никак, если дождаться одного дела, прежде чем начать другое: %n простое число, а затем квадраты чисел до %1 заняли %2 — сумму обоих.</numerusform>
            <numerusform>Никак, если дождаться одного дела, прежде чем начать другое: %n простых числа, а затем квадраты чисел до %1 заняли %2 — сумму обоих.</numerusform>
            <numerusform>Никак, если дождаться одного дела, прежде чем начать другое: %n простых чисел, а затем квадраты чисел до %1 заняли %2 — сумму обоих.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n primes and the squares of the numbers up to %1 took %2: one job had a single number, so there was nothing to take turns at.</source>
        <translation>
            <numerusform>%n простое число и квадраты чисел до %1 заняли %2: у одного из дел было единственное число, так что чередоваться не пришлось.</numerusform>
            <numerusform>%n простых числа и квадраты чисел до %1 заняли %2: у одного из дел было единственное число, так что чередоваться не пришлось.</numerusform>
            <numerusform>%n простых чисел и квадраты чисел до %1 заняли %2: у одного из дел было единственное число, так что чередоваться не пришлось.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>While one job pauses, it goes on with the other: %n primes and the squares of the numbers up to %1 took %2. The thread went from one task to another %3×.</source>
        <translation>
            <numerusform>Пока одно дело в паузе, он занимается другим: %n простое число и квадраты чисел до %1 заняли %2. Переходов потока от задачи к задаче — %3.</numerusform>
            <numerusform>Пока одно дело в паузе, он занимается другим: %n простых числа и квадраты чисел до %1 заняли %2. Переходов потока от задачи к задаче — %3.</numerusform>
            <numerusform>Пока одно дело в паузе, он занимается другим: %n простых чисел и квадраты чисел до %1 заняли %2. Переходов потока от задачи к задаче — %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far %n primes, in %1.</source>
        <translation>
            <numerusform>Пока %n простое число за %1.</numerusform>
            <numerusform>Пока %n простых числа за %1.</numerusform>
            <numerusform>Пока %n простых чисел за %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended early: %n primes, in %1.</source>
        <translation>
            <numerusform>Прервано: %n простое число за %1.</numerusform>
            <numerusform>Прервано: %n простых числа за %1.</numerusform>
            <numerusform>Прервано: %n простых чисел за %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far %n primes and the squares of the numbers up to %1, in %2.</source>
        <translation>
            <numerusform>Пока %n простое число и квадраты чисел до %1 за %2.</numerusform>
            <numerusform>Пока %n простых числа и квадраты чисел до %1 за %2.</numerusform>
            <numerusform>Пока %n простых чисел и квадраты чисел до %1 за %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended early: %n primes and the squares of the numbers up to %1, in %2.</source>
        <translation>
            <numerusform>Прервано: %n простое число и квадраты чисел до %1 за %2.</numerusform>
            <numerusform>Прервано: %n простых числа и квадраты чисел до %1 за %2.</numerusform>
            <numerusform>Прервано: %n простых чисел и квадраты чисел до %1 за %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gil</name>
    <message>
        <source>Interpreter lock</source>
        <translation>Замок интерпретатора</translation>
    </message>
    <message>
        <source>What does the interpreter lock cost a thread that is alone?</source>
        <translation>Чего стоит блокировка интерпретатора единственному потоку?</translation>
    </message>
    <message numerus="yes">
        <source>Why are %n threads no faster than one?</source>
        <translation>
            <numerusform>Почему %n поток не быстрее одного?</numerusform>
            <numerusform>Почему %n потока не быстрее одного?</numerusform>
            <numerusform>Почему %n потоков не быстрее одного?</numerusform>
        </translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>круги</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Круги</translation>
    </message>
    <message>
        <source>Share of the time it was held</source>
        <translation>Доля времени под блокировкой</translation>
    </message>
    <message>
        <source>Changed hands</source>
        <translation>Смен владельца</translation>
    </message>
    <message>
        <source>Dropped on request</source>
        <translation>Отдана по просьбе</translation>
    </message>
    <message>
        <source>Times the work of one thread</source>
        <translation>Относительно одного потока</translation>
    </message>
    <message>
        <source>So far one thread has calculated, alone.</source>
        <translation>Пока вычислял только один поток.</translation>
    </message>
    <message>
        <source>Nothing: it held the lock %1 % of the time, and nobody else wanted it.</source>
        <translation>Ничего: он держал блокировку %1 % времени, и больше она никому не была нужна.</translation>
    </message>
    <message numerus="yes">
        <source>They are faster: they calculate without the lock, held %1 % of the time, and %n threads did %4 times as much as one.</source>
        <translation>
            <numerusform>Они быстрее: вычисляют без блокировки, занятой %1 % времени, и %n поток сделал %4 того, что успевает один.</numerusform>
            <numerusform>Они быстрее: вычисляют без блокировки, занятой %1 % времени, и %n потока сделали %4 того, что успевает один.</numerusform>
            <numerusform>Они быстрее: вычисляют без блокировки, занятой %1 % времени, и %n потоков сделали %4 того, что успевает один.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They are faster, as who waits for input and output lets go of the lock: held %1 % of the time, it changed hands %2 times in %3, and %n threads did %4 times as much as one.</source>
        <translation>
            <numerusform>Они быстрее: кто ждёт ввода и вывода, отпускает блокировку. Она занята %1 % времени, смен владельца за %3 – %2, и %n поток сделал %4 того, что успевает один.</numerusform>
            <numerusform>Они быстрее: кто ждёт ввода и вывода, отпускает блокировку. Она занята %1 % времени, смен владельца за %3 – %2, и %n потока сделали %4 того, что успевает один.</numerusform>
            <numerusform>Они быстрее: кто ждёт ввода и вывода, отпускает блокировку. Она занята %1 % времени, смен владельца за %3 – %2, и %n потоков сделали %4 того, что успевает один.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One lock, held %1 % of the time, changed hands %2 times in %3: %n threads did %4 times as much as one.</source>
        <translation>
            <numerusform>Одна блокировка занята %1 % времени, смен владельца за %3 – %2. %n поток сделал %4 того, что успевает один.</numerusform>
            <numerusform>Одна блокировка занята %1 % времени, смен владельца за %3 – %2. %n потока сделали %4 того, что успевает один.</numerusform>
            <numerusform>Одна блокировка занята %1 % времени, смен владельца за %3 – %2. %n потоков сделали %4 того, что успевает один.</numerusform>
        </translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>Вычисление</translation>
    </message>
    <message>
        <source>Input and output</source>
        <translation>Ввод и вывод</translation>
    </message>
    <message>
        <source>Switch interval</source>
        <translation>Интервал переключения</translation>
    </message>
    <message>
        <source>Who has waited so long for the lock asks its holder to drop it. Python: 5 ms.</source>
        <translation>Кто столько прождал блокировку, просит владельца её отдать. В Python: 5 мс.</translation>
    </message>
    <message>
        <source>Without the lock during input and output</source>
        <translation>Без блокировки во время ввода и вывода</translation>
    </message>
    <message>
        <source>Without the lock during calculations</source>
        <translation>Без блокировки во время вычислений</translation>
    </message>
    <message>
        <source>As libraries in C can that need no interpreter meanwhile, such as NumPy.</source>
        <translation>Так могут библиотеки на C, которым интерпретатор пока не нужен, например NumPy.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>So far: one lock, held %1 % of the time, has changed hands %2 times in %3.</source>
        <translation>Пока: одна блокировка, занята %1&#xa0;% времени, за %3 смен владельца: %2.</translation>
    </message>
    <message numerus="yes">
        <source>One lock, held %1 % of the time, changed hands %2 times in %3. What %n threads gain is not resolved: other programs had %4 % of the cores.</source>
        <translation>
            <numerusform>Блокировка одна: занята %1&#xa0;% времени, за %3 смен владельца: %2. Сколько выигрывает %n поток, не ясно: другие программы занимали %4&#xa0;% ядер.</numerusform>
            <numerusform>Блокировка одна: занята %1&#xa0;% времени, за %3 смен владельца: %2. Сколько выигрывают %n потока, не ясно: другие программы занимали %4&#xa0;% ядер.</numerusform>
            <numerusform>Блокировка одна: занята %1&#xa0;% времени, за %3 смен владельца: %2. Сколько выигрывают %n потоков, не ясно: другие программы занимали %4&#xa0;% ядер.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One lock, held %1 % of the time, changed hands %2 times in %3. What %n threads gain is not resolved: something slowed one of the two stretches.</source>
        <translation>
            <numerusform>Блокировка одна: занята %1&#xa0;% времени, за %3 смен владельца: %2. Сколько выигрывает %n поток, не ясно: что-то замедлило один из двух отрезков.</numerusform>
            <numerusform>Блокировка одна: занята %1&#xa0;% времени, за %3 смен владельца: %2. Сколько выигрывают %n потока, не ясно: что-то замедлило один из двух отрезков.</numerusform>
            <numerusform>Блокировка одна: занята %1&#xa0;% времени, за %3 смен владельца: %2. Сколько выигрывают %n потоков, не ясно: что-то замедлило один из двух отрезков.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>graph</name>
    <message>
        <source>is held by</source>
        <translation>удерживает</translation>
    </message>
    <message>
        <source>waits for</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>in a circle</source>
        <translation>по кругу</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>на %1</translation>
    </message>
    <message>
        <source>Who waits for whom</source>
        <translation>Кто кого ждёт</translation>
    </message>
    <message>
        <source>%1 waits for %2</source>
        <translation>%1 ждёт: %2</translation>
    </message>
    <message>
        <source>%1 has ended</source>
        <translation>%1 завершился</translation>
    </message>
    <message>
        <source>%1 is free</source>
        <translation>%1: свободна</translation>
    </message>
    <message>
        <source>%1 is held by %2</source>
        <translation>%1: держит %2</translation>
    </message>
</context>
<context>
    <name>histogram</name>
    <message>
        <source>Nothing was timed in this run.</source>
        <translation>В этом прогоне ничего не измерено.</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>медиана %1</translation>
    </message>
    <message>
        <source>99 of 100 within %1</source>
        <translation>99 из 100 не дольше %1</translation>
    </message>
    <message>
        <source>%1 of %2 took %3 to %4</source>
        <translation>%1 из %2 заняли от %3 до %4</translation>
    </message>
</context>
<context>
    <name>hover</name>
    <message>
        <source>%1 has been %2 for %3</source>
        <translation>%1: %2, уже %3</translation>
    </message>
    <message>
        <source>%1 was %2 for %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1 has waited %2 for %3, held by %4</source>
        <translation>%1 ждёт уже %2: «%3» держит %4</translation>
    </message>
    <message>
        <source>%1 waited %2 for %3, held by %4</source>
        <translation>%1 ждёт %2: «%3» держит %4</translation>
    </message>
    <message>
        <source>%1 has waited %2 on %3 and was not woken</source>
        <translation>%1 ждёт события «%3» уже %2, и никто не будит</translation>
    </message>
    <message>
        <source>%1 has waited %2 for %3</source>
        <translation>%1 ждёт «%3» уже %2</translation>
    </message>
    <message>
        <source>%1 waited %2 on %3, woken by %4</source>
        <translation>%1 ждёт события «%3» %2, будит %4</translation>
    </message>
    <message>
        <source>%1 waited %2 for %3, passed on by %4</source>
        <translation>%1 ждёт «%3» %2, передаёт %4</translation>
    </message>
    <message>
        <source>%1 waited %2 on %3</source>
        <translation>%1 ждёт события «%3» %2</translation>
    </message>
    <message>
        <source>%1 waited %2 for %3</source>
        <translation>%1 ждёт «%3» %2</translation>
    </message>
    <message>
        <source>%1 ran for %2, holding %3</source>
        <translation>%1 работает %2 и держит «%3»</translation>
    </message>
    <message>
        <source>%1 ran for %2</source>
        <translation>%1 работает %2</translation>
    </message>
    <message>
        <source>%1 has slept for %2</source>
        <translation>%1 спит уже %2</translation>
    </message>
    <message>
        <source>%1 slept for %2, holding %3</source>
        <translation>%1 спит %2 и держит «%3»</translation>
    </message>
    <message>
        <source>%1 slept for %2</source>
        <translation>%1 спит %2</translation>
    </message>
    <message>
        <source>%1 had nothing to do for %2</source>
        <translation>%1 простаивает %2</translation>
    </message>
    <message>
        <source>What %1 did for %2 is not known</source>
        <translation>%1: что происходит эти %2, неизвестно</translation>
    </message>
    <message>
        <source>%1, %2: %3 % %4, too short to tell apart; zoom in</source>
        <translation>%1, %2: %3 % – %4; слишком мелко, приблизьте</translation>
    </message>
    <message>
        <source>%1 ran for %2: %3 %4</source>
        <translation>%1 работает %2: %3 %4</translation>
    </message>
    <message>
        <source>%1 waited for a lock</source>
        <translation>ждут блокировку: %1</translation>
    </message>
    <message>
        <source>%1 waited for a signal</source>
        <translation>ждут сигнала: %1</translation>
    </message>
    <message>
        <source>%1 waited for a lock, %2 for a signal</source>
        <translation>ждут блокировку: %1, сигнала: %2</translation>
    </message>
    <message>
        <source>%1 has held %2 for %3</source>
        <translation>%1 держит «%2» уже %3</translation>
    </message>
    <message>
        <source>%1 held %2 for %3</source>
        <translation>%1 держит «%2» %3</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 is %2, written by %3 %4 before</source>
        <translation>%1 – %2, %4 назад записал %3</translation>
    </message>
    <message>
        <source>%1: %2, for %3 so far</source>
        <translation>%1: %2, пока %3</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1 has waited %2 for an item in %3</source>
        <translation>%1 уже %2 ждёт элемента, %3</translation>
    </message>
    <message>
        <source>%1 has waited %2 for room in %3</source>
        <translation>%1 уже %2 ждёт места, %3</translation>
    </message>
    <message>
        <source>%1 waited %2 for an item in %3, put by %4</source>
        <translation>%1 ждал элемента %2, %3; положил %4</translation>
    </message>
    <message>
        <source>%1 waited %2 for room in %3, made by %4</source>
        <translation>%1 ждал места %2, %3; освободил %4</translation>
    </message>
    <message>
        <source>%1 waited %2 for an item in %3</source>
        <translation>%1 ждал элемента %2, %3</translation>
    </message>
    <message>
        <source>%1 waited %2 for room in %3</source>
        <translation>%1 ждал места %2, %3</translation>
    </message>
    <message>
        <source>%1 has wanted a core for %2</source>
        <translation>%1 ждёт ядра уже %2</translation>
    </message>
    <message>
        <source>%1 wanted a core for about %2, after %3 had woken it</source>
        <translation>%1 ждал ядра около %2 после того, как его разбудил %3</translation>
    </message>
    <message>
        <source>%1 wanted a core for %2, after %3 had woken it</source>
        <translation>%1 ждал ядра %2 после того, как его разбудил %3</translation>
    </message>
    <message>
        <source>%1 wanted a core for about %2</source>
        <translation>%1 ждал ядра около %2</translation>
    </message>
    <message>
        <source>%1 wanted a core for %2</source>
        <translation>%1 ждал ядра %2</translation>
    </message>
    <message>
        <source>For %2 %1 has neither had a core nor waited for anything that Threadscape sees</source>
        <translation>Уже %2 у %1 нет ядра, но он и не ждёт ничего из того, что видит Threadscape</translation>
    </message>
    <message>
        <source>For %2 %1 neither had a core nor waited for anything that Threadscape sees</source>
        <translation>%2 у %1 не было ядра, но он и не ждал ничего из того, что видит Threadscape</translation>
    </message>
    <message>
        <source>%1 waited %2 for %3; the last to end was %4</source>
        <translation>%1: ожидание %3, %2; последним закончил %4</translation>
    </message>
    <message>
        <source>%1 has been ready for %2: its loop is at others</source>
        <translation>%1: готовность уже %2, цикл занят другими</translation>
    </message>
    <message>
        <source>%1 was ready for %2: its loop was at others</source>
        <translation>%1: готовность %2, цикл был занят другими</translation>
    </message>
    <message>
        <source>%1 has waited %2 to read under %3</source>
        <translation>%1 уже %2 ждёт чтения под «%3»</translation>
    </message>
    <message>
        <source>%1 waited %2 to read under %3, let in by %4</source>
        <translation>%1 ждал чтения под «%3» %2, пропустил %4</translation>
    </message>
    <message>
        <source>%1 waited %2 to read under %3</source>
        <translation>%1 ждал чтения под «%3» %2</translation>
    </message>
    <message>
        <source>%1 has waited %2 to write under %3</source>
        <translation>%1 уже %2 ждёт записи под «%3»</translation>
    </message>
    <message>
        <source>%1 waited %2 to write under %3, let in by %4</source>
        <translation>%1 ждал записи под «%3» %2, пропустил %4</translation>
    </message>
    <message>
        <source>%1 waited %2 to write under %3</source>
        <translation>%1 ждал записи под «%3» %2</translation>
    </message>
</context>
<context>
    <name>http</name>
    <message>
        <source>It leads to %1, which is no http:// or https:// address.</source>
        <translation>Ведёт на %1, а это не адрес http:// или https://.</translation>
    </message>
    <message>
        <source>The server answered %1.</source>
        <translation>Сервер ответил %1.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was refused: %1.</source>
        <translation>Сертификат сервера отклонён: %1.</translation>
    </message>
    <message>
        <source>No secure connection came about: %1.</source>
        <translation>Защищённое соединение не установлено: %1.</translation>
    </message>
    <message>
        <source>No connection to %1: %2.</source>
        <translation>Нет соединения с %1: %2.</translation>
    </message>
    <message>
        <source>No whole answer came: %1.</source>
        <translation>Полный ответ не пришёл: %1.</translation>
    </message>
    <message numerus="yes">
        <source>It led on to other addresses more than %n times.</source>
        <translation>
            <numerusform>Вёл на другие адреса больше %n раза.</numerusform>
            <numerusform>Вёл на другие адреса больше %n раз.</numerusform>
            <numerusform>Вёл на другие адреса больше %n раз.</numerusform>
        </translation>
    </message>
    <message>
        <source>It leads away from this computer, to %1, and is not followed there.</source>
        <translation>Ведёт с этого компьютера на %1; туда переход не делается.</translation>
    </message>
</context>
<context>
    <name>integrate</name>
    <message>
        <source>Integral</source>
        <translation>Интеграл</translation>
    </message>
    <message>
        <source>Do n workers make it n times faster?</source>
        <translation>Ускорят ли n исполнителей в n раз?</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Exact value</source>
        <translation>Точное значение</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Погрешность</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Функция</translation>
    </message>
    <message>
        <source>cos x</source>
        <translation>cos x</translation>
    </message>
    <message>
        <source>sin x</source>
        <translation>sin x</translation>
    </message>
    <message>
        <source>exp(-x²)</source>
        <translation>exp(-x²)</translation>
    </message>
    <message>
        <source>1/(1+x²)</source>
        <translation>1/(1+x²)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От</translation>
    </message>
    <message>
        <source>To</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Steps of the sum</source>
        <translation>Шагов суммы</translation>
    </message>
    <message>
        <source>Times in a measurement</source>
        <translation>Повторов в измерении</translation>
    </message>
    <message>
        <source>Something short is done so often, and the mean taken.</source>
        <translation>Короткое выполняется столько раз, и берётся среднее.</translation>
    </message>
</context>
<context>
    <name>judgement</name>
    <message>
        <source>Not resolved: other programs had %1 % of the cores meanwhile. Close them, and run it again.</source>
        <translation>Не ясно: другие программы занимали %1&#xa0;% ядер. Закройте их и запустите снова.</translation>
    </message>
    <message>
        <source>Not resolved: measured once, nothing tells speed from chance. It takes two rounds or more.</source>
        <translation>Не ясно: по одному измерению скорость не отличить от случайности. Нужно хотя бы два раунда.</translation>
    </message>
    <message>
        <source>Not resolved: it came out faster than is possible, so something slowed down what it is compared with. Run it again.</source>
        <translation>Не ясно: вышло быстрее, чем возможно, — значит, что-то замедлило то, с чем сравнивается. Запустите снова.</translation>
    </message>
    <message>
        <source>Not resolved: the measurements differ by more than what there is to gain. More rounds may tell, or a quieter machine.</source>
        <translation>Не ясно: измерения расходятся сильнее, чем весь выигрыш. Помогут ещё раунды или более свободный компьютер.</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>zoom in</source>
        <translation>приблизить</translation>
    </message>
    <message>
        <source>zoom out</source>
        <translation>отдалить</translation>
    </message>
    <message>
        <source>move the plots to earlier; to fewer jobs</source>
        <translation>сдвинуть графики к началу; к меньшему числу работ</translation>
    </message>
    <message>
        <source>move the plots to later; to more jobs</source>
        <translation>сдвинуть графики к концу; к большему числу работ</translation>
    </message>
    <message>
        <source>scroll the lanes up; to a higher curve</source>
        <translation>прокрутить дорожки вверх; к кривой выше</translation>
    </message>
    <message>
        <source>scroll the lanes down; to a lower curve</source>
        <translation>прокрутить дорожки вниз; к кривой ниже</translation>
    </message>
    <message>
        <source>fit what is measured or selected, or the whole run</source>
        <translation>показать измеренное, выбранное или весь прогон</translation>
    </message>
    <message>
        <source>go back one zoom</source>
        <translation>вернуть прежний масштаб</translation>
    </message>
    <message>
        <source>hold the view, let it go</source>
        <translation>стоп-кадр, отпустить его</translation>
    </message>
    <message>
        <source>go back to now</source>
        <translation>вернуться к текущему моменту</translation>
    </message>
    <message>
        <source>show who ran on each core, hide it</source>
        <translation>показать, кто выполнялся на каждом ядре, скрыть</translation>
    </message>
    <message>
        <source>see what the workers of a speedup&apos;s point did</source>
        <translation>увидеть, что делали исполнители выбранной точки ускорения</translation>
    </message>
    <message>
        <source>draw the USL through a speedup, or not</source>
        <translation>показать на ускорении закон USL, скрыть</translation>
    </message>
    <message>
        <source>let go what is selected, measured or chosen</source>
        <translation>снять выбор и измерение</translation>
    </message>
</context>
<context>
    <name>legend</name>
    <message>
        <source>Legend: the states and their shares</source>
        <translation>Легенда: состояния и их доли</translation>
    </message>
    <message>
        <source>%1 under %2 %</source>
        <translation>%1 меньше %2 %</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>Shares of all lanes&apos; time in the picture. Click a state to see it alone.</source>
        <translation>Доли времени всех дорожек на рисунке. Щелчок по состоянию покажет его одно.</translation>
    </message>
</context>
<context>
    <name>locks</name>
    <message>
        <source>One lock for all</source>
        <translation>Одна блокировка на всех</translation>
    </message>
    <message numerus="yes">
        <source>What do %n threads gain from %1 permits?</source>
        <translation>
            <numerusform>Что выигрывает %n поток при числе пропусков %1?</numerusform>
            <numerusform>Что выигрывают %n потока при числе пропусков %1?</numerusform>
            <numerusform>Что выигрывают %n потоков при числе пропусков %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What do %n threads gain from one lock?</source>
        <translation>
            <numerusform>Что выигрывает %n поток с одной блокировкой?</numerusform>
            <numerusform>Что выигрывают %n потока с одной блокировкой?</numerusform>
            <numerusform>Что выигрывают %n потоков с одной блокировкой?</numerusform>
        </translation>
    </message>
    <message>
        <source>Permits in use</source>
        <translation>Занято пропусков</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>turns</source>
        <translation>заходы</translation>
    </message>
    <message>
        <source>permits</source>
        <translation>пропуска</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Заходы</translation>
    </message>
    <message>
        <source>Wait, mean</source>
        <translation>Ожидание, в среднем</translation>
    </message>
    <message>
        <source>Wait, 99 of 100 shorter</source>
        <translation>Ожидание, 99 из 100 короче</translation>
    </message>
    <message>
        <source>Wait, longest</source>
        <translation>Ожидание, самое долгое</translation>
    </message>
    <message>
        <source>Share of the time in use</source>
        <translation>Доля времени, когда занят</translation>
    </message>
    <message>
        <source>Went away without it</source>
        <translation>Ушли ни с чем</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Permits after the end</source>
        <translation>Пропусков после конца</translation>
    </message>
    <message>
        <source>So far: %1 turns a second, each after waiting %2 for %3 of work.</source>
        <translation>Пока: %1 заходов в секунду, каждый — после ожидания %2 ради %3 работы.</translation>
    </message>
    <message>
        <source>%1 turns a second. And one release too many is an error: %2</source>
        <translation>%1 заходов в секунду. А лишнее освобождение — ошибка: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 turns a second. One release too many was no error: now %2 threads may pass at a time, not %3.</source>
        <translation>
            <numerusform>%1 захвата в секунду. Лишнее освобождение ошибкой не стало: теперь одновременно пройдёт %2 поток, а не %3.</numerusform>
            <numerusform>%1 захвата в секунду. Лишнее освобождение ошибкой не стало: теперь одновременно пройдут %2 потока, а не %3.</numerusform>
            <numerusform>%1 захвата в секунду. Лишнее освобождение ошибкой не стало: теперь одновременно пройдут %2 потоков, а не %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 turns a second; %2 times a thread found it taken, and went away.</source>
        <translation>
            <numerusform>%1 захвата в секунду; %2 раз поток заставал её занятой и уходил.</numerusform>
            <numerusform>%1 захвата в секунду; %2 раза поток заставал её занятой и уходил.</numerusform>
            <numerusform>%1 захвата в секунду; %2 раз поток заставал её занятой и уходил.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 turns a second, each after waiting %2; %3 times a thread waited in vain, and went away.</source>
        <translation>
            <numerusform>%1 захвата в секунду, каждый — после ожидания %2; %3 раз поток ждал напрасно и уходил.</numerusform>
            <numerusform>%1 захвата в секунду, каждый — после ожидания %2; %3 раза поток ждал напрасно и уходил.</numerusform>
            <numerusform>%1 захвата в секунду, каждый — после ожидания %2; %3 раз поток ждал напрасно и уходил.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something: %1 turns a second, each after waiting %2 for %3 of work; it was in use %4 % of the time.</source>
        <translation>Кое-что: %1 заходов в секунду, каждый — после ожидания %2 ради %3 работы; занято %4 % времени.</translation>
    </message>
    <message>
        <source>Nothing: %1 turns a second, each after waiting %2 for %3 of work; one thread alone would do as much.</source>
        <translation>Ничего: %1 заходов в секунду, каждый — после ожидания %2 ради %3 работы; один поток сделал бы столько же.</translation>
    </message>
    <message numerus="yes">
        <source>No more than %n would: %1 turns a second, each after waiting %2 for %3 of work.</source>
        <translation>
            <numerusform>Не больше, чем %n: %1 заходов в секунду, каждый — после ожидания %2 ради %3 работы.</numerusform>
            <numerusform>Не больше, чем %n: %1 заходов в секунду, каждый — после ожидания %2 ради %3 работы.</numerusform>
            <numerusform>Не больше, чем %n: %1 заходов в секунду, каждый — после ожидания %2 ради %3 работы.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>RLock</source>
        <translation>RLock</translation>
    </message>
    <message>
        <source>Semaphore</source>
        <translation>Semaphore</translation>
    </message>
    <message>
        <source>BoundedSemaphore</source>
        <translation>BoundedSemaphore</translation>
    </message>
    <message>
        <source>Permits</source>
        <translation>Пропуска</translation>
    </message>
    <message>
        <source>Of a semaphore: so many pass at a time.</source>
        <translation>У семафора: столько проходят одновременно.</translation>
    </message>
    <message>
        <source>Taken so often</source>
        <translation>Сколько раз берут</translation>
    </message>
    <message>
        <source>An RLock: its holder takes it again.</source>
        <translation>RLock: владелец берёт его ещё раз.</translation>
    </message>
    <message>
        <source>Work while holding it</source>
        <translation>Работа под блокировкой</translation>
    </message>
    <message>
        <source>Pause between turns</source>
        <translation>Пауза между заходами</translation>
    </message>
    <message>
        <source>First come, first served</source>
        <translation>В порядке прихода</translation>
    </message>
    <message>
        <source>Otherwise who comes by takes it before those who wait.</source>
        <translation>Иначе проходящий мимо берёт его раньше ожидающих.</translation>
    </message>
    <message>
        <source>Who does not get it</source>
        <translation>Кому не достался</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>goes away</source>
        <translation>уходит</translation>
    </message>
    <message>
        <source>waits a while</source>
        <translation>ждёт недолго</translation>
    </message>
    <message>
        <source>A while</source>
        <translation>Недолго — это</translation>
    </message>
    <message>
        <source>One release too many</source>
        <translation>Лишнее освобождение</translation>
    </message>
    <message>
        <source>At the end, when nobody has it, it is released once more.</source>
        <translation>В конце, когда он ни у кого, его освобождают ещё раз.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message numerus="yes">
        <source>What do %n threads gain when %1 % of their turns only read?</source>
        <translation>
            <numerusform>Что выигрывает %n поток, когда %1 % заходов только читают?</numerusform>
            <numerusform>Что выигрывают %n потока, когда %1 % заходов только читают?</numerusform>
            <numerusform>Что выигрывают %n потоков, когда %1 % заходов только читают?</numerusform>
        </translation>
    </message>
    <message>
        <source>Readers inside</source>
        <translation>Читателей внутри</translation>
    </message>
    <message>
        <source>%1 turns a second, each after waiting %2 for %3 of work. Readers share it: %4 were inside at a time, on average.</source>
        <translation>%1 заходов в секунду, каждый — после ожидания %2 ради %3 работы. Читатели делят её: внутри в среднем %4 одновременно.</translation>
    </message>
    <message>
        <source>ReadWriteLock</source>
        <translation>ReadWriteLock</translation>
    </message>
    <message>
        <source>Turns that only read</source>
        <translation>Заходы только для чтения</translation>
    </message>
    <message>
        <source>Of a ReadWriteLock: they go on together; who writes is alone.</source>
        <translation>Для ReadWriteLock: они идут вместе, а пишущий — один.</translation>
    </message>
    <message>
        <source>Inside at a time, mean</source>
        <translation>Внутри одновременно, в среднем</translation>
    </message>
    <message>
        <source>Ended before the first turn had ended.</source>
        <translation>Прервано раньше, чем закончилась первая работа под блокировкой.</translation>
    </message>
    <message>
        <source>%1 turns a second, each after waiting %2 for %3 of work.</source>
        <translation>%1 захвата в секунду, каждый — после ожидания %2 ради %3 работы.</translation>
    </message>
    <message>
        <source>So far no turn has ended.</source>
        <translation>Пока ни одна работа под блокировкой не закончена.</translation>
    </message>
    <message>
        <source>One release too many is an error: %1</source>
        <translation>Лишнее освобождение — ошибка: %1</translation>
    </message>
    <message numerus="yes">
        <source>One release too many was no error: now %1 threads may pass at a time, not %2.</source>
        <translation>
            <numerusform>Лишнее освобождение ошибкой не стало: теперь одновременно пройдёт %1 поток, а не %2.</numerusform>
            <numerusform>Лишнее освобождение ошибкой не стало: теперь одновременно пройдут %1 потока, а не %2.</numerusform>
            <numerusform>Лишнее освобождение ошибкой не стало: теперь одновременно пройдут %1 потоков, а не %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>message</name>
    <message numerus="yes">
        <source>Message %1 to %2 over %3: %n bytes, when it was sent is not known</source>
        <translation>
            <numerusform>Сообщение %1: получатель %2, через «%3», %n байт, когда отправлено, неизвестно</numerusform>
            <numerusform>Сообщение %1: получатель %2, через «%3», %n байта, когда отправлено, неизвестно</numerusform>
            <numerusform>Сообщение %1: получатель %2, через «%3», %n байт, когда отправлено, неизвестно</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Message %1 from %2 over %3: %n bytes, was never received</source>
        <translation>
            <numerusform>Сообщение %1: отправитель %2, через «%3», %n байт, так и не получено</numerusform>
            <numerusform>Сообщение %1: отправитель %2, через «%3», %n байта, так и не получено</numerusform>
            <numerusform>Сообщение %1: отправитель %2, через «%3», %n байт, так и не получено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Message %1 from %2 over %3: %n bytes, not received yet</source>
        <translation>
            <numerusform>Сообщение %1: отправитель %2, через «%3», %n байт, ещё не получено</numerusform>
            <numerusform>Сообщение %1: отправитель %2, через «%3», %n байта, ещё не получено</numerusform>
            <numerusform>Сообщение %1: отправитель %2, через «%3», %n байт, ещё не получено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Message %1 from %2 to %3 over %4: %n bytes, took %5</source>
        <translation>
            <numerusform>Сообщение %1: %2 → %3, через «%4», %n байт, в пути %5</numerusform>
            <numerusform>Сообщение %1: %2 → %3, через «%4», %n байта, в пути %5</numerusform>
            <numerusform>Сообщение %1: %2 → %3, через «%4», %n байт, в пути %5</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>name</name>
    <message>
        <source>Depositor</source>
        <translation>Вкладчик</translation>
    </message>
    <message>
        <source>Withdrawer</source>
        <translation>Получатель</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Deposit made</source>
        <translation>Внесён вклад</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Баланс</translation>
    </message>
    <message>
        <source>deposit</source>
        <translation>вклад</translation>
    </message>
    <message>
        <source>withdraw</source>
        <translation>снятие</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Система</translation>
    </message>
    <message>
        <source>Spurious wake-ups</source>
        <translation>Ложный будильник</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Поток</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Счётчик</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>End of the round</source>
        <translation>Конец круга</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Работник</translation>
    </message>
    <message>
        <source>MainThread</source>
        <translation>Главный поток</translation>
    </message>
    <message>
        <source>count down</source>
        <translation>отсчёт</translation>
    </message>
    <message>
        <source>exit: waits for its threads</source>
        <translation>выход: ждёт свои потоки</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>перевод</translation>
    </message>
    <message>
        <source>Follower</source>
        <translation>Читатель</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Connection lock</source>
        <translation>Блокировка соединения</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Отправитель</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Отправка</translation>
    </message>
    <message>
        <source>message</source>
        <translation>сообщение</translation>
    </message>
    <message>
        <source>Stranger</source>
        <translation>Посторонний</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>RLock</source>
        <translation>RLock</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>Сборщик</translation>
    </message>
    <message>
        <source>result of task</source>
        <translation>результат задачи</translation>
    </message>
    <message>
        <source>exception of task</source>
        <translation>исключение задачи</translation>
    </message>
    <message>
        <source>cancelled: task</source>
        <translation>отменена: задача</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Завершено</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>задачи</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Начато</translation>
    </message>
    <message>
        <source>square</source>
        <translation>квадрат</translation>
    </message>
    <message>
        <source>Semaphore</source>
        <translation>Semaphore</translation>
    </message>
    <message>
        <source>BoundedSemaphore</source>
        <translation>BoundedSemaphore</translation>
    </message>
    <message>
        <source>work</source>
        <translation>работа</translation>
    </message>
    <message>
        <source>Philosopher</source>
        <translation>Философ</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>Вилка</translation>
    </message>
    <message>
        <source>Waiter</source>
        <translation>Официант</translation>
    </message>
    <message>
        <source>eat</source>
        <translation>ест</translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>Производитель</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>Потребитель</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>produce</source>
        <translation>делает</translation>
    </message>
    <message>
        <source>consume</source>
        <translation>использует</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>Stop flag</source>
        <translation>Флаг остановки</translation>
    </message>
    <message>
        <source>step</source>
        <translation>шаг</translation>
    </message>
    <message>
        <source>read</source>
        <translation>чтение</translation>
    </message>
    <message>
        <source>decode</source>
        <translation>декодирование</translation>
    </message>
    <message>
        <source>resize</source>
        <translation>уменьшение</translation>
    </message>
    <message>
        <source>write</source>
        <translation>запись</translation>
    </message>
    <message>
        <source>paint</source>
        <translation>рисование</translation>
    </message>
    <message>
        <source>Painter</source>
        <translation>Художник</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Pool manager</source>
        <translation>Распорядитель пула</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Процесс</translation>
    </message>
    <message>
        <source>Killer</source>
        <translation>Убийца</translation>
    </message>
    <message>
        <source>there and back</source>
        <translation>туда и обратно</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Сокет</translation>
    </message>
    <message>
        <source>Pipe</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Туда</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Обратно</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Очередь хода</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Память</translation>
    </message>
    <message>
        <source>The parent&apos;s variable</source>
        <translation>Переменная родителя</translation>
    </message>
    <message>
        <source>Counted down</source>
        <translation>Досчитали</translation>
    </message>
    <message>
        <source>main&apos;s own work</source>
        <translation>своя работа main</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Переменная</translation>
    </message>
    <message>
        <source>The child&apos;s variable</source>
        <translation>Переменная ребёнка</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готовы</translation>
    </message>
    <message>
        <source>Half through</source>
        <translation>На полпути</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Условие</translation>
    </message>
    <message>
        <source>count</source>
        <translation>счёт</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>Ядро</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Следующий</translation>
    </message>
    <message>
        <source>task</source>
        <translation>задача</translation>
    </message>
    <message>
        <source>item</source>
        <translation>элемент</translation>
    </message>
    <message>
        <source>one after the other</source>
        <translation>друг за другом</translation>
    </message>
    <message>
        <source>Gil</source>
        <translation>GIL</translation>
    </message>
    <message>
        <source>Nogil</source>
        <translation>Без GIL</translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation>Параллельный</translation>
    </message>
    <message>
        <source>Interpreter lock</source>
        <translation>Блокировка интерпретатора</translation>
    </message>
    <message>
        <source>GIL</source>
        <translation>GIL</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>один</translation>
    </message>
    <message>
        <source>callback</source>
        <translation>обработчик</translation>
    </message>
    <message>
        <source>Tasks ready</source>
        <translation>Готовы</translation>
    </message>
    <message>
        <source>Tasks waiting</source>
        <translation>Ждут</translation>
    </message>
    <message>
        <source>Event loop</source>
        <translation>Цикл событий</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>main</source>
        <translation>main</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Вызов</translation>
    </message>
    <message>
        <source>Ticker</source>
        <translation>Тикер</translation>
    </message>
    <message>
        <source>blocking call</source>
        <translation>ждёт сам</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Приём</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Соединение</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>gather</source>
        <translation>gather</translation>
    </message>
    <message>
        <source>Primes</source>
        <translation>Простые</translation>
    </message>
    <message>
        <source>Squares</source>
        <translation>Квадраты</translation>
    </message>
    <message>
        <source>got results</source>
        <translation>есть результаты</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>page</source>
        <translation>страница</translation>
    </message>
    <message>
        <source>Server&apos;s event loop</source>
        <translation>Цикл событий сервера</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Число</translation>
    </message>
    <message>
        <source>Next number</source>
        <translation>Следующее число</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>Следующий элемент</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Вместе</translation>
    </message>
    <message>
        <source>ReadWriteLock</source>
        <translation>ReadWriteLock</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Дождались</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>Closed rounds</source>
        <translation>Завершённые раунды</translation>
    </message>
</context>
<context>
    <name>operation</name>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>%1 –%2</source>
        <translation>%1 –%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: stall of %2</source>
        <translation>%1: остановка на %2</translation>
    </message>
</context>
<context>
    <name>output</name>
    <message>
        <source>The result could not be written to standard output.</source>
        <translation>Результат не удалось записать в стандартный вывод.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 не записать: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be written: there is no folder %2.</source>
        <translation>%1 не записать: папки %2 нет.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2 is no folder.</source>
        <translation>%1 не записать: %2 – не папка.</translation>
    </message>
    <message>
        <source>%1 cannot be written: it is a folder.</source>
        <translation>%1 не записать: это папка.</translation>
    </message>
    <message>
        <source>%1 cannot be written: it is protected.</source>
        <translation>%1 не записать: он защищён от записи.</translation>
    </message>
    <message>
        <source>The figure was not drawn: --window begins at %1, and the run took %2.</source>
        <translation>Рисунок не построен: --window начинается с %1, а прогон занял %2.</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation>Сохранить рисунок</translation>
    </message>
    <message>
        <source>the result as JSON; - is standard output</source>
        <translation>результат в JSON; - это стандартный вывод</translation>
    </message>
    <message>
        <source>the whole run, for threadscape open</source>
        <translation>весь прогон, для threadscape open</translation>
    </message>
    <message>
        <source>Trace (.tscape)…</source>
        <translation>Трасса (.tscape)…</translation>
    </message>
    <message>
        <source>The whole run, to be opened here again</source>
        <translation>Весь прогон, чтобы снова открыть его здесь</translation>
    </message>
    <message>
        <source>Save the run</source>
        <translation>Сохранить прогон</translation>
    </message>
    <message>
        <source>the same, for Perfetto or speedscope too</source>
        <translation>то же, и для Perfetto или speedscope</translation>
    </message>
    <message>
        <source>Trace as JSON…</source>
        <translation>Трасса JSON…</translation>
    </message>
    <message>
        <source>The whole run, for Perfetto or speedscope, and to be opened here again</source>
        <translation>Весь прогон: для Perfetto или speedscope, и чтобы снова открыть здесь</translation>
    </message>
    <message>
        <source>Save the trace</source>
        <translation>Сохранить трассу</translation>
    </message>
    <message>
        <source>the same as tables</source>
        <translation>то же таблицами</translation>
    </message>
    <message>
        <source>Data as CSV…</source>
        <translation>Данные CSV…</translation>
    </message>
    <message>
        <source>Everything that was recorded, as tables in a folder</source>
        <translation>Всё записанное, таблицами в папке</translation>
    </message>
    <message>
        <source>Save the tables in a folder</source>
        <translation>Сохранить таблицы в папке</translation>
    </message>
    <message>
        <source>the figure as a picture</source>
        <translation>рисунок картинкой</translation>
    </message>
    <message>
        <source>Figure as PNG…</source>
        <translation>Рисунок PNG…</translation>
    </message>
    <message>
        <source>A picture, also for slides (Ctrl+S)</source>
        <translation>Картинка, годится и для слайдов (Ctrl+S)</translation>
    </message>
    <message>
        <source>the figure as lines and text that can be edited</source>
        <translation>рисунок линиями и текстом, которые можно править</translation>
    </message>
    <message>
        <source>Figure as SVG…</source>
        <translation>Рисунок SVG…</translation>
    </message>
    <message>
        <source>Lines and text that can be edited</source>
        <translation>Линии и текст, которые можно править</translation>
    </message>
    <message>
        <source>the figure for print</source>
        <translation>рисунок для печати</translation>
    </message>
    <message>
        <source>Figure as PDF…</source>
        <translation>Рисунок PDF…</translation>
    </message>
    <message>
        <source>For print</source>
        <translation>Для печати</translation>
    </message>
    <message>
        <source>the whole window as PNG</source>
        <translation>всё окно в PNG</translation>
    </message>
    <message>
        <source>DIR</source>
        <translation>ПАПКА</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ФАЙЛ</translation>
    </message>
    <message>
        <source>%1 has %2 MB: most programs that show traces will not open it. A shorter run gives a smaller file.</source>
        <translation>Размер файла %1 — %2&#xa0;МБ: большинство программ просмотра трасс его не откроет. Чем короче запуск, тем меньше файл.</translation>
    </message>
</context>
<context>
    <name>parallel</name>
    <message>
        <source>Parallel loop</source>
        <translation>Параллельный цикл</translation>
    </message>
    <message>
        <source>Who keeps everyone waiting?</source>
        <translation>Кто заставляет всех ждать?</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Процессы</translation>
    </message>
    <message>
        <source>items</source>
        <translation>элементы</translation>
    </message>
    <message>
        <source>In parallel</source>
        <translation>Параллельно</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>Друг за другом</translation>
    </message>
    <message>
        <source>Speedup</source>
        <translation>Ускорение</translation>
    </message>
    <message>
        <source>First one after the other: %1 of %2 items.</source>
        <translation>Сначала друг за другом: %1 из %2.</translation>
    </message>
    <message>
        <source>Ended before all items were done.</source>
        <translation>Закончилось раньше, чем всё было сделано.</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Элементы</translation>
    </message>
    <message>
        <source>An item takes</source>
        <translation>Элемент длится</translation>
    </message>
    <message>
        <source>How unlike they are</source>
        <translation>Насколько разные</translation>
    </message>
    <message>
        <source>0: all alike. 1: the first takes no time, the last twice as long as one does on average.</source>
        <translation>0: все одинаковы. 1: первый не требует времени, последний вдвое дольше среднего.</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Исполнители</translation>
    </message>
    <message>
        <source>Workers are</source>
        <translation>Исполнители —</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>потоки</translation>
    </message>
    <message>
        <source>processes</source>
        <translation>процессы</translation>
    </message>
    <message>
        <source>Shared out</source>
        <translation>Раздаются</translation>
    </message>
    <message>
        <source>beforehand</source>
        <translation>заранее</translation>
    </message>
    <message>
        <source>as they go</source>
        <translation>по ходу</translation>
    </message>
    <message>
        <source>Beforehand: the same number to each. As they go: who is free takes the next few.</source>
        <translation>Заранее: каждому поровну. По ходу: кто свободен, берёт следующие.</translation>
    </message>
    <message>
        <source>Items taken at a time</source>
        <translation>Берут за раз</translation>
    </message>
    <message>
        <source>Lost waiting for the last</source>
        <translation>Потеряно на ожидание</translation>
    </message>
    <message>
        <source>Nobody: one worker does it all, in %1.</source>
        <translation>Никто: всё делает один рабочий поток, за %1.</translation>
    </message>
    <message>
        <source>Nobody: there is one item, and one worker does it, in %1.</source>
        <translation>Никто: элемент один, и его обрабатывает один рабочий поток, за %1.</translation>
    </message>
    <message numerus="yes">
        <source>Nobody for long: %1 % of the workers&apos; time was spent waiting for the last. It got %2 times as fast with %n workers.</source>
        <translation>
            <numerusform>Никто надолго: %1&#xa0;% времени ушло на ожидание последнего. С %n рабочим потоком вышло в %2 раза быстрее.</numerusform>
            <numerusform>Никто надолго: %1&#xa0;% времени ушло на ожидание последнего. С %n рабочими потоками вышло в %2 раза быстрее.</numerusform>
            <numerusform>Никто надолго: %1&#xa0;% времени ушло на ожидание последнего. С %n рабочими потоками вышло в %2 раза быстрее.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whoever has the long items: %1 % of the workers&apos; time was spent waiting for the last. It got %2 times as fast with %n workers.</source>
        <translation>
            <numerusform>Тот, у кого длинные элементы: %1&#xa0;% времени ушло на ожидание последнего. С %n рабочим потоком вышло в %2 раза быстрее.</numerusform>
            <numerusform>Тот, у кого длинные элементы: %1&#xa0;% времени ушло на ожидание последнего. С %n рабочими потоками вышло в %2 раза быстрее.</numerusform>
            <numerusform>Тот, у кого длинные элементы: %1&#xa0;% времени ушло на ожидание последнего. С %n рабочими потоками вышло в %2 раза быстрее.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whoever is last: %1 % of the workers&apos; time was spent waiting for it. It got %2 times as fast with %n workers.</source>
        <translation>
            <numerusform>Последний: %1&#xa0;% времени ушло на его ожидание. С %n рабочим потоком вышло в %2 раза быстрее.</numerusform>
            <numerusform>Последний: %1&#xa0;% времени ушло на его ожидание. С %n рабочими потоками вышло в %2 раза быстрее.</numerusform>
            <numerusform>Последний: %1&#xa0;% времени ушло на его ожидание. С %n рабочими потоками вышло в %2 раза быстрее.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pattern</name>
    <message>
        <source>convoy</source>
        <translation>конвой</translation>
    </message>
    <message>
        <source>Convoy: %1 had to queue for %2 in %3 % of its turns, on average for %4, while it is held for %5.</source>
        <translation>Конвой: %1 стоял в очереди (%2) в %3 % случаев, в среднем %4, а удерживают её %5.</translation>
    </message>
    <message>
        <source>starved</source>
        <translation>голодает</translation>
    </message>
    <message>
        <source>oversubscribed</source>
        <translation>не хватает ядер</translation>
    </message>
    <message numerus="yes">
        <source>Oversubscribed: %1 threads wanted to run at a time, on average, on %n cores; %2 was one of them for %3.</source>
        <translation>
            <numerusform>Нехватка ядер: в среднем работать хотели сразу %1 потоков на %n ядре; %2 — один из них, %3.</numerusform>
            <numerusform>Нехватка ядер: в среднем работать хотели сразу %1 потоков на %n ядрах; %2 — один из них, %3.</numerusform>
            <numerusform>Нехватка ядер: в среднем работать хотели сразу %1 потоков на %n ядрах; %2 — один из них, %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>woken in vain</source>
        <translation>разбужен зря</translation>
    </message>
    <message numerus="yes">
        <source>Useless wake-ups: of the %n times that %1 was woken on %2, it went back to wait %3 times.</source>
        <translation>
            <numerusform>Напрасные пробуждения: %1 разбудили %n раз (%2), и снова ждать он лёг %3 раз.</numerusform>
            <numerusform>Напрасные пробуждения: %1 разбудили %n раза (%2), и снова ждать он лёг %3 раз.</numerusform>
            <numerusform>Напрасные пробуждения: %1 разбудили %n раз (%2), и снова ждать он лёг %3 раз.</numerusform>
        </translation>
    </message>
    <message>
        <source>only waits</source>
        <translation>только ждёт</translation>
    </message>
    <message>
        <source>%1 only waited, all of its %2.</source>
        <translation>%1 только ждал, все свои %2.</translation>
    </message>
    <message numerus="yes">
        <source>all %n: %1</source>
        <translation>
            <numerusform>%n: %1</numerusform>
            <numerusform>все %n: %1</numerusform>
            <numerusform>все %n: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Oversubscribed: %1 threads wanted to run at a time, on average, on %n cores; %2 wanted a core for %3 of %4 and had none.</source>
        <translation>
            <numerusform>Нехватка ядер: в среднем работать хотели сразу %1 потоков на %n ядре; %2 ждал ядра %3 из %4.</numerusform>
            <numerusform>Нехватка ядер: в среднем работать хотели сразу %1 потоков на %n ядрах; %2 ждал ядра %3 из %4.</numerusform>
            <numerusform>Нехватка ядер: в среднем работать хотели сразу %1 потоков на %n ядрах; %2 ждал ядра %3 из %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starved: %1 waited %2 of %3 and got its turn %n times; half of its like got theirs %4 times or more in as long.</source>
        <translation>
            <numerusform>Голодание: %1 ждал %2 из %3 и дождался своей очереди %n раз; половина ему подобных за такое же время — не реже, чем %4.</numerusform>
            <numerusform>Голодание: %1 ждал %2 из %3 и дождался своей очереди %n раза; половина ему подобных за такое же время — не реже, чем %4.</numerusform>
            <numerusform>Голодание: %1 ждал %2 из %3 и дождался своей очереди %n раз; половина ему подобных за такое же время — не реже, чем %4.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>philosophers</name>
    <message>
        <source>Dining philosophers</source>
        <translation>Обедающие философы</translation>
    </message>
    <message numerus="yes">
        <source>Can %n polite philosophers starve together?</source>
        <translation>
            <numerusform>Может ли %n вежливый философ умереть с голоду?</numerusform>
            <numerusform>Могут ли %n вежливых философа вместе умереть с голоду?</numerusform>
            <numerusform>Могут ли %n вежливых философов вместе умереть с голоду?</numerusform>
        </translation>
    </message>
    <message>
        <source>Philosophers</source>
        <translation>Философы</translation>
    </message>
    <message>
        <source>meals</source>
        <translation>обедов</translation>
    </message>
    <message>
        <source>Meals</source>
        <translation>Обедов</translation>
    </message>
    <message>
        <source>Fewest meals of one</source>
        <translation>Меньше всего у одного</translation>
    </message>
    <message>
        <source>Most meals of one</source>
        <translation>Больше всего у одного</translation>
    </message>
    <message>
        <source>Deadlocked</source>
        <translation>Взаимная блокировка</translation>
    </message>
    <message numerus="yes">
        <source>Yes, before anybody has eaten: each of the %n holds one fork and waits for the neighbour&apos;s, for ever.</source>
        <translation>
            <numerusform>Да, и никто ещё не ел: единственный (%n) держит одну вилку и вечно ждёт другую.</numerusform>
            <numerusform>Да, и никто ещё не ел: каждый из %n держит одну вилку и вечно ждёт вилку соседа.</numerusform>
            <numerusform>Да, и никто ещё не ел: каждый из %n держит одну вилку и вечно ждёт вилку соседа.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far: %n meals.</source>
        <translation>
            <numerusform>Пока %n обед.</numerusform>
            <numerusform>Пока %n обеда.</numerusform>
            <numerusform>Пока %n обедов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No: each ate %1 to %2 times. Forks are taken by their numbers, so nobody can wait in a circle.</source>
        <translation>
            <numerusform>Нет: каждый поел от %1 до %2 раза. Вилки берут по номерам, и ждать по кругу некому.</numerusform>
            <numerusform>Нет: каждый поел от %1 до %2 раз. Вилки берут по номерам, и ждать по кругу некому.</numerusform>
            <numerusform>Нет: каждый поел от %1 до %2 раз. Вилки берут по номерам, и ждать по кругу некому.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No: each ate %1 to %2 times. The waiter lets all but one reach, so somebody always gets both forks.</source>
        <translation>
            <numerusform>Нет: каждый поел от %1 до %2 раза. Официант подпускает всех, кроме одного, и кому-то всегда достаются обе вилки.</numerusform>
            <numerusform>Нет: каждый поел от %1 до %2 раз. Официант подпускает всех, кроме одного, и кому-то всегда достаются обе вилки.</numerusform>
            <numerusform>Нет: каждый поел от %1 до %2 раз. Официант подпускает всех, кроме одного, и кому-то всегда достаются обе вилки.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forks are taken</source>
        <translation>Вилки берут</translation>
    </message>
    <message>
        <source>left first</source>
        <translation>сначала левую</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>по порядку</translation>
    </message>
    <message>
        <source>with a waiter</source>
        <translation>с официантом</translation>
    </message>
    <message>
        <source>In order: the lower number first. A waiter lets all but one philosopher reach at a time.</source>
        <translation>По порядку: сначала меньший номер. Официант подпускает всех философов, кроме одного.</translation>
    </message>
    <message>
        <source>Think</source>
        <translation>Размышление</translation>
    </message>
    <message>
        <source>Reach for the second fork</source>
        <translation>До второй вилки</translation>
    </message>
    <message>
        <source>Eat</source>
        <translation>Еда</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message numerus="yes">
        <source>Yes, after %n meals: each of the %1 holds one fork and waits for the neighbour&apos;s, for ever.</source>
        <translation>
            <numerusform>Да, после %n обеда: каждый из %1 держит одну вилку и вечно ждёт вилку соседа.</numerusform>
            <numerusform>Да, после %n обедов: каждый из %1 держит одну вилку и вечно ждёт вилку соседа.</numerusform>
            <numerusform>Да, после %n обедов: каждый из %1 держит одну вилку и вечно ждёт вилку соседа.</numerusform>
        </translation>
    </message>
    <message>
        <source>So far nobody has eaten.</source>
        <translation>Пока никто не поел.</translation>
    </message>
    <message>
        <source>Ended before anybody had eaten.</source>
        <translation>Прервано раньше, чем кто-нибудь поел.</translation>
    </message>
    <message numerus="yes">
        <source>Not this time, %n meals: but nothing kept them from taking a fork each.</source>
        <translation>
            <numerusform>На этот раз нет, %n обед: но взять по вилке им ничто не мешало.</numerusform>
            <numerusform>На этот раз нет, %n обеда: но взять по вилке им ничто не мешало.</numerusform>
            <numerusform>На этот раз нет, %n обедов: но взять по вилке им ничто не мешало.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not together, since forks are taken by their numbers: but in this time %n of them ate nothing, and the luckiest ate %1×.</source>
        <translation>
            <numerusform>Вместе — нет, ведь вилки берут по номерам: но за это время %n из них не съел ничего, а самый удачливый поел %1×.</numerusform>
            <numerusform>Вместе — нет, ведь вилки берут по номерам: но за это время %n из них не съели ничего, а самый удачливый поел %1×.</numerusform>
            <numerusform>Вместе — нет, ведь вилки берут по номерам: но за это время %n из них не съели ничего, а самый удачливый поел %1×.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not together, since the waiter lets all but one reach: but in this time %n of them ate nothing, and the luckiest ate %1×.</source>
        <translation>
            <numerusform>Вместе — нет, ведь официант подпускает всех, кроме одного: но за это время %n из них не съел ничего, а самый удачливый поел %1×.</numerusform>
            <numerusform>Вместе — нет, ведь официант подпускает всех, кроме одного: но за это время %n из них не съели ничего, а самый удачливый поел %1×.</numerusform>
            <numerusform>Вместе — нет, ведь официант подпускает всех, кроме одного: но за это время %n из них не съели ничего, а самый удачливый поел %1×.</numerusform>
        </translation>
    </message>
    <message>
        <source>Philosophers who ate nothing</source>
        <translation>Философы, которые не поели</translation>
    </message>
</context>
<context>
    <name>picture</name>
    <message>
        <source>it is a broken PNG file</source>
        <translation>это повреждённый файл PNG</translation>
    </message>
    <message>
        <source>it is a broken JPEG file</source>
        <translation>это повреждённый файл JPEG</translation>
    </message>
    <message>
        <source>it has more than 100 million pixels</source>
        <translation>в ней больше 100 миллионов пикселей</translation>
    </message>
    <message>
        <source>it is more than a million pixels wide or high</source>
        <translation>её ширина или высота больше миллиона пикселей</translation>
    </message>
    <message>
        <source>it is stored in a rare way, which is not read here</source>
        <translation>она записана редким способом, который здесь не читается</translation>
    </message>
    <message>
        <source>it is a broken WebP file</source>
        <translation>это повреждённый файл WebP</translation>
    </message>
    <message>
        <source>it is a broken BMP file</source>
        <translation>это повреждённый файл BMP</translation>
    </message>
    <message>
        <source>it is a broken GIF file</source>
        <translation>это повреждённый файл GIF</translation>
    </message>
    <message>
        <source>it is a broken TGA file</source>
        <translation>это повреждённый файл TGA</translation>
    </message>
    <message>
        <source>it is a broken PNM file</source>
        <translation>это повреждённый файл PNM</translation>
    </message>
    <message>
        <source>it is an AVIF picture, which is not read here</source>
        <translation>это картинка AVIF, такие здесь не читаются</translation>
    </message>
    <message>
        <source>it is a HEIC picture, which is not read here</source>
        <translation>это картинка HEIC, такие здесь не читаются</translation>
    </message>
    <message>
        <source>it is a TIFF picture, which is not read here</source>
        <translation>это картинка TIFF, такие здесь не читаются</translation>
    </message>
    <message>
        <source>it is an SVG picture, which is not read here</source>
        <translation>это картинка SVG, такие здесь не читаются</translation>
    </message>
    <message>
        <source>it is a JPEG XL picture, which is not read here</source>
        <translation>это картинка JPEG XL, такие здесь не читаются</translation>
    </message>
    <message>
        <source>it is a JPEG 2000 picture, which is not read here</source>
        <translation>это картинка JPEG&#xa0;2000, такие здесь не читаются</translation>
    </message>
    <message>
        <source>it is a Photoshop picture, which is not read here</source>
        <translation>это картинка Photoshop, такие здесь не читаются</translation>
    </message>
    <message>
        <source>it is a Windows icon, which is not read here</source>
        <translation>это значок Windows, такие здесь не читаются</translation>
    </message>
    <message>
        <source>it is an OpenEXR picture, which is not read here</source>
        <translation>это картинка OpenEXR, такие здесь не читаются</translation>
    </message>
    <message>
        <source>it is a Radiance picture, which is not read here</source>
        <translation>это картинка Radiance, такие здесь не читаются</translation>
    </message>
    <message>
        <source>it is a DDS picture, which is not read here</source>
        <translation>это картинка DDS, такие здесь не читаются</translation>
    </message>
    <message>
        <source>it is a GIMP picture, which is not read here</source>
        <translation>это картинка GIMP, такие здесь не читаются</translation>
    </message>
    <message>
        <source>it is no picture of a kind that is known here</source>
        <translation>это не картинка известного здесь вида</translation>
    </message>
    <message>
        <source>its file is larger than 512 MB</source>
        <translation>её файл больше 512&#xa0;МБ</translation>
    </message>
</context>
<context>
    <name>pipe</name>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>What does a message to another process cost?</source>
        <translation>Сколько стоит сообщение другому процессу?</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Процессы</translation>
    </message>
    <message>
        <source>There and back, median</source>
        <translation>Туда и обратно, медиана</translation>
    </message>
    <message>
        <source>There and back, 99 of 100 within</source>
        <translation>Туда и обратно, 99 из 100 не дольше</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Пропускная способность</translation>
    </message>
    <message>
        <source>Came back intact</source>
        <translation>Вернулись целыми</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Раундов</translation>
    </message>
    <message>
        <source>No message came back yet.</source>
        <translation>Ни одно сообщение ещё не вернулось.</translation>
    </message>
    <message>
        <source>Bytes of a message</source>
        <translation>Байт в сообщении</translation>
    </message>
    <message>
        <source>Via</source>
        <translation>Через</translation>
    </message>
    <message>
        <source>pipe</source>
        <translation>канал</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>очередь</translation>
    </message>
    <message>
        <source>socket</source>
        <translation>сокет</translation>
    </message>
    <message>
        <source>shared memory</source>
        <translation>общая память</translation>
    </message>
    <message>
        <source>Queue: messages lie in memory that both share. Shared memory: one place, a lock and a condition; the two take turns.</source>
        <translation>Очередь: сообщения лежат в памяти, общей для обоих. Общая память: одно место, блокировка и условие; процессы чередуются.</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>Туда и обратно</translation>
    </message>
    <message>
        <source>Ended before a message came back.</source>
        <translation>Прервано раньше, чем вернулось хоть одно сообщение.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n messages came back changed: that must not be.</source>
        <translation>
            <numerusform>Изменёнными вернулись %1 из %n сообщения: так быть не должно.</numerusform>
            <numerusform>Изменёнными вернулись %1 из %n сообщений: так быть не должно.</numerusform>
            <numerusform>Изменёнными вернулись %1 из %n сообщений: так быть не должно.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far %1 there and back, the median of %n rounds.</source>
        <translation>
            <numerusform>Пока %1 туда и обратно, медиана по %n раунду.</numerusform>
            <numerusform>Пока %1 туда и обратно, медиана по %n раундам.</numerusform>
            <numerusform>Пока %1 туда и обратно, медиана по %n раундам.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 there and back for %n bytes over %2, once.</source>
        <translation>
            <numerusform>%1 туда и обратно для %n байта (%2), один раз.</numerusform>
            <numerusform>%1 туда и обратно для %n байт (%2), один раз.</numerusform>
            <numerusform>%1 туда и обратно для %n байт (%2), один раз.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 there and back for %n bytes over %2: the median of %3 messages.</source>
        <translation>
            <numerusform>%1 туда и обратно для %n байта (%2): медиана, сообщений — %3.</numerusform>
            <numerusform>%1 туда и обратно для %n байт (%2): медиана, сообщений — %3.</numerusform>
            <numerusform>%1 туда и обратно для %n байт (%2): медиана, сообщений — %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 there and back for %n bytes over %2, 1 in 100 takes %3 or more: %4 MB each second.</source>
        <translation>
            <numerusform>%1 туда и обратно для %n байта (%2), одно из 100 занимает %3 или больше: %4&#xa0;МБ в секунду.</numerusform>
            <numerusform>%1 туда и обратно для %n байт (%2), одно из 100 занимает %3 или больше: %4&#xa0;МБ в секунду.</numerusform>
            <numerusform>%1 туда и обратно для %n байт (%2), одно из 100 занимает %3 или больше: %4&#xa0;МБ в секунду.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 there and back for %n bytes over %2, 1 in 100 takes %3 or more: each time the system has to wake the other process.</source>
        <translation>
            <numerusform>%1 туда и обратно для %n байта (%2), одно из 100 занимает %3 или больше: каждый раз система должна разбудить другой процесс.</numerusform>
            <numerusform>%1 туда и обратно для %n байт (%2), одно из 100 занимает %3 или больше: каждый раз система должна разбудить другой процесс.</numerusform>
            <numerusform>%1 туда и обратно для %n байт (%2), одно из 100 занимает %3 или больше: каждый раз система должна разбудить другой процесс.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plot</name>
    <message>
        <source>Waiting</source>
        <translation>Ожидание</translation>
    </message>
    <message>
        <source>Who waits for whom</source>
        <translation>Кто кого ждёт</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
</context>
<context>
    <name>plots</name>
    <message>
        <source>Plots over time</source>
        <translation>Графики по времени</translation>
    </message>
    <message>
        <source>Held at %1</source>
        <translation>Стоп-кадр на %1</translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n изменение</numerusform>
            <numerusform>%n изменения</numerusform>
            <numerusform>%n изменений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>preset</name>
    <message>
        <source>Lecture</source>
        <translation>Лекция</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Конспект</translation>
    </message>
    <message>
        <source>One wake-up</source>
        <translation>Будят одного</translation>
    </message>
    <message>
        <source>Forgot the while</source>
        <translation>Забыт while</translation>
    </message>
    <message>
        <source>Nobody deposits</source>
        <translation>Никто не вносит</translation>
    </message>
    <message>
        <source>With a lock</source>
        <translation>С блокировкой</translation>
    </message>
    <message>
        <source>Atomic</source>
        <translation>Атомарно</translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation>Замедленно</translation>
    </message>
    <message>
        <source>Single file</source>
        <translation>По одному</translation>
    </message>
    <message>
        <source>Nobody joins</source>
        <translation>Никто не ждёт</translation>
    </message>
    <message>
        <source>Daemons</source>
        <translation>Демоны</translation>
    </message>
    <message>
        <source>Always in order</source>
        <translation>Всегда по порядку</translation>
    </message>
    <message>
        <source>Large circle</source>
        <translation>Большой круг</translation>
    </message>
    <message>
        <source>Lets go of the lock</source>
        <translation>Блокировка снимается</translation>
    </message>
    <message>
        <source>With an owner</source>
        <translation>С владельцем</translation>
    </message>
    <message>
        <source>A worker for each</source>
        <translation>Каждой по потоку</translation>
    </message>
    <message>
        <source>One worker</source>
        <translation>Один поток</translation>
    </message>
    <message>
        <source>Shutdown without waiting</source>
        <translation>Закрыть, не дожидаясь</translation>
    </message>
    <message>
        <source>A thousand tasks</source>
        <translation>Тысяча задач</translation>
    </message>
    <message>
        <source>Two permits</source>
        <translation>Два пропуска</translation>
    </message>
    <message>
        <source>Try, or go away</source>
        <translation>Попробовать и уйти</translation>
    </message>
    <message>
        <source>One release too many</source>
        <translation>Лишнее освобождение</translation>
    </message>
    <message>
        <source>With a waiter</source>
        <translation>С официантом</translation>
    </message>
    <message>
        <source>Room for ten</source>
        <translation>Место на десять</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>Nobody takes</source>
        <translation>Никто не берёт</translation>
    </message>
    <message>
        <source>Looks often</source>
        <translation>Смотрит часто</translation>
    </message>
    <message>
        <source>As many as cores</source>
        <translation>Сколько ядер</translation>
    </message>
    <message>
        <source>Thirty workers</source>
        <translation>Тридцать потоков</translation>
    </message>
    <message>
        <source>A thread for each</source>
        <translation>По потоку на картинку</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>Одна за другой</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Восстановление</translation>
    </message>
    <message>
        <source>Nobody dies</source>
        <translation>Никто не гибнет</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Сокет</translation>
    </message>
    <message>
        <source>Shared memory</source>
        <translation>Общая память</translation>
    </message>
    <message>
        <source>Megabytes</source>
        <translation>Мегабайты</translation>
    </message>
    <message>
        <source>As threads</source>
        <translation>Как потоки</translation>
    </message>
    <message>
        <source>Killed</source>
        <translation>Убиты</translation>
    </message>
    <message>
        <source>The owner dies</source>
        <translation>Владелец гибнет</translation>
    </message>
    <message>
        <source>A core each</source>
        <translation>Каждому по ядру</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ожидание</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>И то и другое</translation>
    </message>
    <message>
        <source>Not worth it</source>
        <translation>Не стоит того</translation>
    </message>
    <message>
        <source>Beside Python</source>
        <translation>Рядом с Python</translation>
    </message>
    <message>
        <source>For the report</source>
        <translation>Для отчёта</translation>
    </message>
    <message>
        <source>Dynamic</source>
        <translation>По ходу</translation>
    </message>
    <message>
        <source>Large batches</source>
        <translation>Большие порции</translation>
    </message>
    <message>
        <source>Large chunks</source>
        <translation>Крупные порции</translation>
    </message>
    <message>
        <source>Input and output</source>
        <translation>Ввод и вывод</translation>
    </message>
    <message>
        <source>Without the lock</source>
        <translation>Без блокировки</translation>
    </message>
    <message>
        <source>Impatient</source>
        <translation>Нетерпеливо</translation>
    </message>
    <message>
        <source>On a pool</source>
        <translation>В пуле</translation>
    </message>
    <message>
        <source>Two clients</source>
        <translation>Два клиента</translation>
    </message>
    <message>
        <source>No pause</source>
        <translation>Без пауз</translation>
    </message>
    <message>
        <source>A pool</source>
        <translation>Пул</translation>
    </message>
    <message>
        <source>Mostly reading</source>
        <translation>В основном чтение</translation>
    </message>
</context>
<context>
    <name>primes</name>
    <message>
        <source>Prime numbers</source>
        <translation>Простые числа</translation>
    </message>
    <message>
        <source>How many cores really worked?</source>
        <translation>Сколько ядер работало на самом деле?</translation>
    </message>
    <message>
        <source>Primes</source>
        <translation>Простых</translation>
    </message>
    <message>
        <source>Composites</source>
        <translation>Составных</translation>
    </message>
    <message>
        <source>Cores that worked</source>
        <translation>Работало ядер</translation>
    </message>
    <message>
        <source>Times the 13 numbers</source>
        <translation>Раз по 13 чисел</translation>
    </message>
    <message>
        <source>Numbers taken at a time</source>
        <translation>Чисел за раз</translation>
    </message>
    <message numerus="yes">
        <source>At best %1 of %n cores worked; %2 times as fast. All agree: %3 primes, %4 composite.</source>
        <translation>
            <numerusform>В лучшем случае работало %1 из %n ядра; в %2 раза быстрее. У всех одно и то же: простых — %3, составных — %4.</numerusform>
            <numerusform>В лучшем случае работало %1 из %n ядер; в %2 раза быстрее. У всех одно и то же: простых — %3, составных — %4.</numerusform>
            <numerusform>В лучшем случае работало %1 из %n ядер; в %2 раза быстрее. У всех одно и то же: простых — %3, составных — %4.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>process</name>
    <message>
        <source>%1 was not started: the system gives no memory for its events (%2).</source>
        <translation>%1 не запущен: система не даёт памяти для его событий (%2).</translation>
    </message>
    <message>
        <source>%1 was not started: there is no program %2. It belongs beside threadscape; the environment variable THREADSCAPE_WORKER can name another place.</source>
        <translation>%1 не запущен: нет программы %2. Её место – рядом с threadscape; другое можно указать в переменной окружения THREADSCAPE_WORKER.</translation>
    </message>
    <message>
        <source>%1 was not started: %2 is not a program that can be run (%3).</source>
        <translation>%1 не запущен: %2 – не программа, которую можно запустить (%3).</translation>
    </message>
    <message>
        <source>%1 was not started: the system refused another process (%2).</source>
        <translation>%1 не запущен: система отказала в новом процессе (%2).</translation>
    </message>
    <message>
        <source>killed (%1)</source>
        <translation>убит (%1)</translation>
    </message>
    <message>
        <source>ended by signal %1</source>
        <translation>завершён сигналом %1</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>код завершения %1</translation>
    </message>
    <message>
        <source>%1 was killed after %2: exit code %3</source>
        <translation>%1 убит через %2: код завершения %3</translation>
    </message>
    <message>
        <source>%1 was ended by signal %4 after %2: exit code %3</source>
        <translation>%1 завершён сигналом %4 через %2: код завершения %3</translation>
    </message>
    <message>
        <source>%1 ended after %2 with exit code %3</source>
        <translation>%1 закончил работу через %2 с кодом завершения %3</translation>
    </message>
    <message>
        <source>%1 did not answer: %2 ended with exit code %3. It must be the program of this version, which belongs beside threadscape; the environment variable THREADSCAPE_WORKER can name another place.</source>
        <translation>%1 не ответил: %2 завершилась с кодом %3. Нужна программа этой же версии; её место – рядом с threadscape, другое можно указать в переменной окружения THREADSCAPE_WORKER.</translation>
    </message>
    <message>
        <source>%1 could not begin: the system gave it no thread, no file or no memory. End other programs, or raise its limits (ulimit).</source>
        <translation>%1 не смог начать: система не дала ему потока, файла или памяти. Закройте другие программы или поднимите пределы (ulimit).</translation>
    </message>
</context>
<context>
    <name>processes</name>
    <message>
        <source>Parent and children</source>
        <translation>Родитель и дети</translation>
    </message>
    <message>
        <source>Does a child change its parent&apos;s variable?</source>
        <translation>Меняет ли ребёнок переменную родителя?</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Процессы</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>exit=killed needs as=process: nobody can kill a single thread.</source>
        <translation>exit=killed требует as=process: отдельный поток убить нельзя.</translation>
    </message>
    <message>
        <source>Exit codes</source>
        <translation>Коды завершения</translation>
    </message>
    <message>
        <source>The parent&apos;s variable</source>
        <translation>Переменная родителя</translation>
    </message>
    <message>
        <source>What the children had in the end</source>
        <translation>Что в конце было у детей</translation>
    </message>
    <message>
        <source>Ended before the children did; the parent&apos;s variable is %1.</source>
        <translation>Закончилось раньше детей; переменная родителя равна %1.</translation>
    </message>
    <message>
        <source>Threads do: the variable was %1 and is %2 now. They live in their parent&apos;s memory.</source>
        <translation>Потоки меняют: переменная была %1, а теперь %2. Они живут в памяти родителя.</translation>
    </message>
    <message numerus="yes">
        <source>Processes do not: each made %1 of its own copy, the parent&apos;s is still %2. They ended with exit code %3.</source>
        <translation>
            <numerusform>Процессы — нет: каждый довёл до %1 свою копию, у родителя по-прежнему %2. Все завершились с кодом %3.</numerusform>
            <numerusform>Процессы — нет: каждый довёл до %1 свою копию, у родителя по-прежнему %2. Все завершились с кодом %3.</numerusform>
            <numerusform>Процессы — нет: каждый довёл до %1 свою копию, у родителя по-прежнему %2. Все завершились с кодом %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Children are</source>
        <translation>Дети —</translation>
    </message>
    <message>
        <source>processes</source>
        <translation>процессы</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>потоки</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Детей</translation>
    </message>
    <message>
        <source>Each counts down from</source>
        <translation>Каждый считает вниз от</translation>
    </message>
    <message>
        <source>Between two lines</source>
        <translation>Между двумя строками</translation>
    </message>
    <message>
        <source>Daemons</source>
        <translation>Демоны</translation>
    </message>
    <message>
        <source>The program does not wait for them: it ends them (exit code -15).</source>
        <translation>Программа их не ждёт, а завершает сама (код -15).</translation>
    </message>
    <message>
        <source>They end</source>
        <translation>Заканчивают</translation>
    </message>
    <message>
        <source>normally</source>
        <translation>нормально</translation>
    </message>
    <message>
        <source>with an error</source>
        <translation>с ошибкой</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>убиты</translation>
    </message>
    <message>
        <source>Exit code 0, 1 or -9.</source>
        <translation>Код завершения 0, 1 или -9.</translation>
    </message>
    <message>
        <source>So far the parent&apos;s variable is %1.</source>
        <translation>Пока переменная родителя равна %1.</translation>
    </message>
    <message>
        <source>Ended before the children came to it; the parent&apos;s variable is %1.</source>
        <translation>Закончилось раньше, чем до этого дошли дочерние; переменная родителя равна %1.</translation>
    </message>
    <message>
        <source>Processes do not: the children made %1 to %2 of their own copies, the parent&apos;s is still %3.</source>
        <translation>Процессы — нет: свои копии они довели до значений от %1 до %2, у родителя по-прежнему %3.</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Who waits when producers are faster?</source>
        <translation>Кто ждёт, когда производители быстрее?</translation>
    </message>
    <message>
        <source>Items in the queue</source>
        <translation>Элементов в очереди</translation>
    </message>
    <message>
        <source>Producers</source>
        <translation>Производители</translation>
    </message>
    <message>
        <source>put</source>
        <translation>положено</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>Потребители</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>взято</translation>
    </message>
    <message>
        <source>full</source>
        <translation>полна</translation>
    </message>
    <message>
        <source>Put</source>
        <translation>Положено</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Взято</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Отказано</translation>
    </message>
    <message>
        <source>Taken in the right order</source>
        <translation>Порядок соблюдён</translation>
    </message>
    <message>
        <source>Longest queue</source>
        <translation>Самая длинная очередь</translation>
    </message>
    <message>
        <source>Join waited</source>
        <translation>Join ждал</translation>
    </message>
    <message>
        <source>Producers waited, in all</source>
        <translation>Производители ждали, всего</translation>
    </message>
    <message>
        <source>Consumers waited, in all</source>
        <translation>Потребители ждали, всего</translation>
    </message>
    <message>
        <source>Here the consumers: they waited %1 in all for items, and the queue never held more than %2.</source>
        <translation>Здесь — потребители: всего они ждали элементов %1, и в очереди никогда не было больше %2.</translation>
    </message>
    <message>
        <source>The producers: they waited %1 in all for room, and the queue never held more than %2.</source>
        <translation>Производители: всего они ждали места %1, и в очереди никогда не было больше %2.</translation>
    </message>
    <message>
        <source>Which goes first</source>
        <translation>Кто выходит первым</translation>
    </message>
    <message>
        <source>first in</source>
        <translation>первый пришедший</translation>
    </message>
    <message>
        <source>last in</source>
        <translation>последний пришедший</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>по приоритету</translation>
    </message>
    <message>
        <source>With priority, items are pairs (priority, item): the smallest goes first.</source>
        <translation>С приоритетом элементы — это пары (приоритет, элемент): первой выходит наименьшая.</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Элементы</translation>
    </message>
    <message>
        <source>Room in the queue</source>
        <translation>Место в очереди</translation>
    </message>
    <message>
        <source>So many items at a time; 0: as many as come.</source>
        <translation>Столько элементов одновременно; 0 — сколько угодно.</translation>
    </message>
    <message>
        <source>When it is full</source>
        <translation>Когда она полна</translation>
    </message>
    <message>
        <source>producers wait</source>
        <translation>производители ждут</translation>
    </message>
    <message>
        <source>the item is refused</source>
        <translation>элемент не принимают</translation>
    </message>
    <message>
        <source>Making an item</source>
        <translation>Изготовление элемента</translation>
    </message>
    <message>
        <source>Using an item</source>
        <translation>Использование элемента</translation>
    </message>
    <message>
        <source>Time at most</source>
        <translation>Время, не больше</translation>
    </message>
    <message>
        <source>0: until join is through, or Stop.</source>
        <translation>0: пока не вернётся join или до остановки.</translation>
    </message>
    <message numerus="yes">
        <source>So far: %n items put, %1 taken, %2 in the queue.</source>
        <translation>
            <numerusform>Пока: положен %n элемент, взято %1, в очереди %2.</numerusform>
            <numerusform>Пока: положено %n элемента, взято %1, в очереди %2.</numerusform>
            <numerusform>Пока: положено %n элементов, взято %1, в очереди %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everybody: nobody takes an item. %n fill the queue, the producers wait for room, and join would wait for ever.</source>
        <translation>
            <numerusform>Все: никто ничего не берёт. Очередь заполняет %n элемент, производители ждут места, а join ждал бы вечно.</numerusform>
            <numerusform>Все: никто ничего не берёт. Очередь заполняют %n элемента, производители ждут места, а join ждал бы вечно.</numerusform>
            <numerusform>Все: никто ничего не берёт. Очередь заполняют %n элементов, производители ждут места, а join ждал бы вечно.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Join, for ever: nobody takes the %n items that were put. The other %1 were refused, since the queue was full.</source>
        <translation>
            <numerusform>Join, вечно: %n положенный элемент никто не берёт. Не принято, потому что очередь была полна: %1.</numerusform>
            <numerusform>Join, вечно: %n положенных элемента никто не берёт. Не принято, потому что очередь была полна: %1.</numerusform>
            <numerusform>Join, вечно: %n положенных элементов никто не берёт. Не принято, потому что очередь была полна: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Join, for ever: %n items were put, and nobody takes them.</source>
        <translation>
            <numerusform>Join, вечно: положен %n элемент, и никто его не берёт.</numerusform>
            <numerusform>Join, вечно: положено %n элемента, и никто их не берёт.</numerusform>
            <numerusform>Join, вечно: положено %n элементов, и никто их не берёт.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the end everybody: %n items were taken, and then nobody took any more.</source>
        <translation>
            <numerusform>В конце концов все: взят %n элемент, а больше никто ничего не брал.</numerusform>
            <numerusform>В конце концов все: взято %n элемента, а больше никто ничего не брал.</numerusform>
            <numerusform>В конце концов все: взято %n элементов, а больше никто ничего не брал.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended early: of %n items %1 were put and %2 taken; the queue held %3 at most.</source>
        <translation>
            <numerusform>Прервано: из %n элемента положено %1, взято %2; в очереди было не больше %3.</numerusform>
            <numerusform>Прервано: из %n элементов положено %1, взято %2; в очереди было не больше %3.</numerusform>
            <numerusform>Прервано: из %n элементов положено %1, взято %2; в очереди было не больше %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No producer: %n items of %1 were refused, since the queue was full.</source>
        <translation>
            <numerusform>Не производители: %n элемент из %1 не принят, потому что очередь была полна.</numerusform>
            <numerusform>Не производители: %n элемента из %1 не приняты, потому что очередь была полна.</numerusform>
            <numerusform>Не производители: %n элементов из %1 не приняты, потому что очередь была полна.</numerusform>
        </translation>
    </message>
    <message>
        <source>Join: it waited %1 for the last items; the producers waited %2 in all for room.</source>
        <translation>Join: последних элементов он ждал %1; производители ждали места всего %2.</translation>
    </message>
    <message numerus="yes">
        <source>No producer: the queue grew to %n items, and join waited %1 for the last of them.</source>
        <translation>
            <numerusform>Не производители: в очереди было не больше %n элемента, и join ждал последнего %1.</numerusform>
            <numerusform>Не производители: очередь выросла до %n элементов, и join ждал последнего из них %1.</numerusform>
            <numerusform>Не производители: очередь выросла до %n элементов, и join ждал последнего из них %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>registry</name>
    <message>
        <source>There is no experiment &quot;%1&quot;: did you mean %2? There are %3.</source>
        <translation>Опыта «%1» нет: может быть, %2? Есть %3.</translation>
    </message>
    <message>
        <source>There is no experiment &quot;%1&quot;: there are %2.</source>
        <translation>Опыта «%1» нет: есть %2.</translation>
    </message>
</context>
<context>
    <name>runner</name>
    <message>
        <source>The experiment %1 has no setting &quot;%2&quot;: did you mean %3? It has %4.</source>
        <translation>У опыта %1 нет параметра «%2»: может быть, %3? Есть %4.</translation>
    </message>
    <message>
        <source>The experiment %1 has no setting &quot;%2&quot;: it has %3.</source>
        <translation>У опыта %1 нет параметра «%2»: есть %3.</translation>
    </message>
    <message>
        <source>%1 has no preset &quot;%2&quot;: did you mean %3? It has %4.</source>
        <translation>У опыта %1 нет набора «%2»: может быть, %3? Есть %4.</translation>
    </message>
    <message>
        <source>%1 has no preset &quot;%2&quot;: it has %3.</source>
        <translation>У опыта %1 нет набора «%2»: есть %3.</translation>
    </message>
    <message>
        <source>seconds must be 0 (until stopped) or a number greater than 0.</source>
        <translation>seconds – это 0 (до остановки) или число больше 0.</translation>
    </message>
    <message>
        <source>speed is %1: it must be a number from %2 to %3.</source>
        <translation>speed – %1, а нужно число от %2 до %3.</translation>
    </message>
    <message numerus="yes">
        <source>The system refused another thread after the %n that run. Lower the number of threads below that.</source>
        <translation>
            <numerusform>Система отказала в новом потоке: работает уже %n. Уменьшите число потоков.</numerusform>
            <numerusform>Система отказала в новом потоке: работают уже %n. Уменьшите число потоков.</numerusform>
            <numerusform>Система отказала в новом потоке: работают уже %n. Уменьшите число потоков.</numerusform>
        </translation>
    </message>
    <message>
        <source>The system refused: %1.</source>
        <translation>Система отказала: %1.</translation>
    </message>
    <message>
        <source>There was not enough memory for the run. Lower its settings, or end other programs.</source>
        <translation>Для прогона не хватило памяти. Уменьшите его параметры или закройте другие программы.</translation>
    </message>
    <message>
        <source>The experiment failed: %1.</source>
        <translation>Опыт не удался: %1.</translation>
    </message>
    <message>
        <source>The experiment failed for a reason that it did not tell.</source>
        <translation>Опыт не удался, а почему – не сообщил.</translation>
    </message>
    <message>
        <source>%1 cannot be changed while the run goes on.</source>
        <translation>%1: во время прогона не изменить.</translation>
    </message>
    <message>
        <source>Only %1 of %2 threads started (%3): the system refused more. Lower their number to %1.</source>
        <translation>Запущено потоков: %1 из %2 (%3), больше система не даёт. Уменьшите их число до %1.</translation>
    </message>
    <message>
        <source>The run cannot start: the system refused a thread (%1).</source>
        <translation>Прогон не начать: система отказала в потоке (%1).</translation>
    </message>
    <message>
        <source>%1 waits for %2, which nobody will release: %3 holds it, and has ended.</source>
        <translation>%1 ждёт: %2 никто не отпустит — удерживающий поток %3 завершился.</translation>
    </message>
    <message numerus="yes">
        <source>All %n threads wait, and nobody is left to wake them.</source>
        <translation>
            <numerusform>Все потоки ждут (%n), и разбудить их некому.</numerusform>
            <numerusform>Все %n потока ждут, и разбудить их некому.</numerusform>
            <numerusform>Все %n потоков ждут, и разбудить их некому.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waits for %2, which it holds itself.</source>
        <translation>%1 ждёт: %2 он удерживает сам.</translation>
    </message>
    <message>
        <source>%1 holds %2 and wants %3; %4 holds %3 and wants %2.</source>
        <translation>%1 держит %2 и ждёт %3; %4 держит %3 и ждёт %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n threads wait in a circle, each for a lock that the next one holds: %1.</source>
        <translation>
            <numerusform>%n поток ждёт по кругу: %1.</numerusform>
            <numerusform>%n потока ждут по кругу, каждый — блокировку, которую держит следующий: %1.</numerusform>
            <numerusform>%n потоков ждут по кругу, каждый — блокировку, которую держит следующий: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pairs of locks were taken in both orders, which can deadlock: %1 took %2 before %3, and %4 took %3 before %2.</source>
        <translation>
            <numerusform>%n пару блокировок захватывали в обоих порядках, это грозит взаимной блокировкой: %1 брал %2 раньше, чем %3, а %4 — %3 раньше, чем %2.</numerusform>
            <numerusform>%n пары блокировок захватывали в обоих порядках, это грозит взаимной блокировкой: %1 брал %2 раньше, чем %3, а %4 — %3 раньше, чем %2.</numerusform>
            <numerusform>%n пар блокировок захватывали в обоих порядках, это грозит взаимной блокировкой: %1 брал %2 раньше, чем %3, а %4 — %3 раньше, чем %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>A setting was changed while it ran (%1, at %2): the numbers are of the whole run.</source>
        <translation>Во время запуска изменён параметр (%1, на %2): числа относятся ко всему запуску.</translation>
    </message>
    <message>
        <source>A setting was changed twice while it ran (%1, at %2 and %3): the numbers are of the whole run.</source>
        <translation>Во время запуска параметр изменён дважды (%1, на %2 и %3): числа относятся ко всему запуску.</translation>
    </message>
    <message numerus="yes">
        <source>Settings were changed %n times while it ran (first %1, at %2; last %3, at %4): the numbers are of the whole run.</source>
        <translation>
            <numerusform>Во время запуска параметры изменены %n раз (сначала %1, на %2; последним %3, на %4): числа относятся ко всему запуску.</numerusform>
            <numerusform>Во время запуска параметры изменены %n раза (сначала %1, на %2; последним %3, на %4): числа относятся ко всему запуску.</numerusform>
            <numerusform>Во время запуска параметры изменены %n раз (сначала %1, на %2; последним %3, на %4): числа относятся ко всему запуску.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It ended before %n planned changes were made, the first of them at %1.</source>
        <translation>
            <numerusform>Запуск закончился раньше, чем было сделано %n намеченное изменение, на %1.</numerusform>
            <numerusform>Запуск закончился раньше, чем были сделаны %n намеченных изменения, первое из них — на %1.</numerusform>
            <numerusform>Запуск закончился раньше, чем было сделано %n намеченных изменений, первое из них — на %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be changed while the run goes on; these can: %2.</source>
        <translation>%1 нельзя изменить во время запуска; можно: %2.</translation>
    </message>
    <message>
        <source>%1 is to change at %2 s: it must be a time from 0 s to %3 s.</source>
        <translation>%1 должен измениться на %2&#xa0;с: время должно быть от 0&#xa0;с до %3&#xa0;с.</translation>
    </message>
    <message>
        <source>%1 is to change at %2 s, but the run ends at %3 s.</source>
        <translation>%1 должен измениться на %2&#xa0;с, но запуск заканчивается на %3&#xa0;с.</translation>
    </message>
    <message>
        <source>The run cannot start: the system refused (%1).</source>
        <translation>Прогон не начать: система отказала (%1).</translation>
    </message>
    <message>
        <source>The run cannot start: there is not enough memory.</source>
        <translation>Прогон не начать: не хватает памяти.</translation>
    </message>
    <message>
        <source>The system refused the run&apos;s first thread. End other programs, or allow more threads or memory (ulimit -u, -v).</source>
        <translation>Система отказала в первом же потоке прогона. Закройте другие программы или разрешите больше потоков или памяти (ulimit -u, -v).</translation>
    </message>
</context>
<context>
    <name>scheduler</name>
    <message>
        <source>Who ran on which core is not known, since kernel.perf_event_paranoid is %1: time without a core is worked out from CPU clocks, every 10 ms. To see it exactly: sudo sysctl kernel.perf_event_paranoid=2</source>
        <translation>Кто на каком ядре выполнялся, не известно: kernel.perf_event_paranoid равно %1. Время без ядра вычислено по процессорным часам, раз в 10 мс. Чтобы видеть точно: sudo sysctl kernel.perf_event_paranoid=2</translation>
    </message>
    <message>
        <source>Who ran on which core is not known, since the system refuses to tell (%1): time without a core is worked out from CPU clocks, every 10 ms. In a container, allow perf_event_open to see it exactly.</source>
        <translation>Кто на каком ядре выполнялся, не известно: система отказывается сообщать (%1). Время без ядра вычислено по процессорным часам, раз в 10 мс. Чтобы видеть точно, разрешите в контейнере perf_event_open.</translation>
    </message>
</context>
<context>
    <name>setting</name>
    <message>
        <source>%1 is &quot;%2&quot;: it must be a whole number from %3 to %4.</source>
        <translation>%1 – «%2», а нужно целое число от %3 до %4.</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;: it must be a number from %3 to %4.</source>
        <translation>%1 – «%2», а нужно число от %3 до %4.</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;: it must be true or false.</source>
        <translation>%1 – «%2», а нужно true или false.</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;: did you mean %4? It must be one of %3.</source>
        <translation>%1 – «%2»: может быть, %4? Нужно одно из %3.</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;: it must be one of %3.</source>
        <translation>%1 – «%2», а нужно одно из %3.</translation>
    </message>
    <message>
        <source>%1 has &quot;%2&quot; in its list: did you mean %4? It takes %3.</source>
        <translation>%1: в списке «%2»; возможно, имелось в виду %4? Допустимо: %3.</translation>
    </message>
    <message>
        <source>%1 has &quot;%2&quot; in its list: it takes %3, separated by commas.</source>
        <translation>%1: в списке «%2»; допустимо через запятую: %3.</translation>
    </message>
</context>
<context>
    <name>shared-counter</name>
    <message>
        <source>Shared counter</source>
        <translation>Общий счётчик</translation>
    </message>
    <message>
        <source>Do %1 processes count to %2 together?</source>
        <translation>Досчитают ли %1 процесса вместе до %2?</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>ожидалось</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>потеряно: %1</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Процессы</translation>
    </message>
    <message>
        <source>kill_owner needs something to own and somebody to inherit it: protection lock, semaphore or condition, and 2 processes or more.</source>
        <translation>kill_owner нужны то, чем владеть, и тот, кто унаследует: protection lock, semaphore или condition и не меньше 2 процессов.</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Ожидалось</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Насчитано</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Потеряно</translation>
    </message>
    <message>
        <source>Owners that died</source>
        <translation>Погибших владельцев</translation>
    </message>
    <message>
        <source>It took</source>
        <translation>Заняло</translation>
    </message>
    <message>
        <source>The processes were not done counting.</source>
        <translation>Процессы не успели досчитать.</translation>
    </message>
    <message>
        <source>No: %1 of %2 increments were lost. The memory is shared, but reading, adding and writing are three steps, and two processes took the same number.</source>
        <translation>Нет: %1 из %2 приращений потеряны. Память общая, но чтение, сложение и запись — три шага, и два процесса взяли одно и то же число.</translation>
    </message>
    <message>
        <source>Nobody waits for ever: %1 was killed while it held the lock, the lock went on to the next, and all %2 increments that were made are there.</source>
        <translation>Никто не ждёт вечно: %1 убит, когда удерживал блокировку; она перешла к следующему, и все %2 сделанных инкрементов на месте.</translation>
    </message>
    <message>
        <source>Yes, all %1, in %2: whoever reads and writes has the memory to itself, across processes too.</source>
        <translation>Да, все %1, за %2: кто читает и пишет, тот один распоряжается памятью, и между процессами тоже.</translation>
    </message>
    <message>
        <source>Increments of each</source>
        <translation>Инкрементов у каждого</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Защита</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>блокировка</translation>
    </message>
    <message>
        <source>semaphore</source>
        <translation>семафор</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>условие</translation>
    </message>
    <message>
        <source>Kill the owner</source>
        <translation>Убить владельца</translation>
    </message>
    <message>
        <source>The first process is killed when it is half through, while it holds the lock.</source>
        <translation>Первый процесс убивают на полпути, когда он удерживает блокировку.</translation>
    </message>
    <message>
        <source>kill_owner ends one of the processes, so that there is one round: rounds must be 1 and until_lost 0, and they are %1 and %2.</source>
        <translation>kill_owner завершает один из процессов, поэтому раунд только один: rounds должно быть 1, а until_lost — 0; сейчас это %1 и %2.</translation>
    </message>
    <message>
        <source>The processes are counting.</source>
        <translation>Процессы считают.</translation>
    </message>
    <message numerus="yes">
        <source>No: it took %n rounds until %1 of %2 increments were lost. The memory is shared, but reading, adding and writing are three steps, and two processes took the same number.</source>
        <translation>
            <numerusform>Нет: понадобился %n раунд, пока не потерялось инкрементов: %1 из %2. Память общая, но чтение, сложение и запись — три шага, и два процесса взяли одно и то же число.</numerusform>
            <numerusform>Нет: понадобилось %n раунда, пока не потерялось инкрементов: %1 из %2. Память общая, но чтение, сложение и запись — три шага, и два процесса взяли одно и то же число.</numerusform>
            <numerusform>Нет: понадобилось %n раундов, пока не потерялось инкрементов: %1 из %2. Память общая, но чтение, сложение и запись — три шага, и два процесса взяли одно и то же число.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No: %1 of %2 increments were lost in %n rounds. The memory is shared, but reading, adding and writing are three steps, and two processes took the same number.</source>
        <translation>
            <numerusform>Нет: за %n раунд потеряно инкрементов: %1 из %2. Память общая, но чтение, сложение и запись — три шага, и два процесса взяли одно и то же число.</numerusform>
            <numerusform>Нет: за %n раунда потеряно инкрементов: %1 из %2. Память общая, но чтение, сложение и запись — три шага, и два процесса взяли одно и то же число.</numerusform>
            <numerusform>Нет: за %n раундов потеряно инкрементов: %1 из %2. Память общая, но чтение, сложение и запись — три шага, и два процесса взяли одно и то же число.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, all %1, but it shows nothing: a single process has nobody to overwrite its sums.</source>
        <translation>Да, все %1, но это ничего не доказывает: процесс один, и затирать его суммы некому.</translation>
    </message>
    <message numerus="yes">
        <source>This time yes, all %1 in %n rounds, but only by luck: the processes happened not to collide.</source>
        <translation>
            <numerusform>На этот раз да, все %1 (%n раунд) — но только по везению: процессы случайно не столкнулись.</numerusform>
            <numerusform>На этот раз да, все %1 (%n раунда) — но только по везению: процессы случайно не столкнулись.</numerusform>
            <numerusform>На этот раз да, все %1 (%n раундов) — но только по везению: процессы случайно не столкнулись.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Раунды</translation>
    </message>
    <message>
        <source>So many times from zero.</source>
        <translation>Столько раз с нуля.</translation>
    </message>
    <message>
        <source>Until so many are lost</source>
        <translation>Пока не потеряется столько</translation>
    </message>
    <message>
        <source>0: it does not matter. Else the rounds end when so many are lost; a single round is repeated up to 100 times.</source>
        <translation>0 — неважно сколько. Иначе раунды заканчиваются, когда столько потеряно; один раунд повторяется до 100 раз.</translation>
    </message>
    <message>
        <source>Condition: under the lock that a condition brings along, with a notification after each. One in 1,000 increments yields the core, half of them between reading and writing.</source>
        <translation>Условие: под блокировкой, которую условие приносит с собой, с уведомлением после каждого. Раз в 1000 инкрементов процесс уступает ядро, в половине случаев — между чтением и записью.</translation>
    </message>
</context>
<context>
    <name>span</name>
    <message>
        <source>%1, passed on by %2</source>
        <translation>%1, передаёт %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1; since %2 s</source>
        <translation>%1; с %2 с</translation>
    </message>
    <message>
        <source>%1; from %2 s to %3 s</source>
        <translation>%1; от %2 с до %3 с</translation>
    </message>
</context>
<context>
    <name>speedup</name>
    <message>
        <source>The jobs of &quot;%1&quot; came to another result than the sequential run.</source>
        <translation>Задания «%1» дали другой результат, чем последовательный запуск.</translation>
    </message>
    <message>
        <source>python3 failed: %1.</source>
        <translation>Сбой python3: %1.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>One interpreter lock</source>
        <translation>Одна блокировка интерпретатора</translation>
    </message>
    <message>
        <source>Lock let go</source>
        <translation>Блокировка отпущена</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Процессы</translation>
    </message>
    <message>
        <source>Parallel loop</source>
        <translation>Параллельный цикл</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Исполнители</translation>
    </message>
    <message>
        <source>One interpreter lock: threads calculate one at a time, as Python&apos;s do. Lock let go: the same, but not for the calculation. Python: this machine&apos;s own python3.</source>
        <translation>Одна блокировка интерпретатора: потоки вычисляют по одному, как в Python. Блокировка отпущена: то же, но не на время вычислений. Python: python3 этой машины.</translation>
    </message>
    <message>
        <source>Jobs at most</source>
        <translation>Заданий не больше</translation>
    </message>
    <message>
        <source>Each way is measured with 1 job, 2, and so on up to this.</source>
        <translation>Каждый способ измеряется с 1 заданием, с 2 и так далее до этого числа.</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Раунды</translation>
    </message>
    <message>
        <source>So often each point is measured, each time in another order.</source>
        <translation>Столько раз измеряется каждая точка, каждый раз в другом порядке.</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>Друг за другом</translation>
    </message>
    <message>
        <source>Greatest speedup</source>
        <translation>Наибольшее ускорение</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Способ</translation>
    </message>
    <message>
        <source>With so many jobs</source>
        <translation>Заданий при этом</translation>
    </message>
    <message>
        <source>Used by Threadscape beside it</source>
        <translation>Заняла при этом Threadscape</translation>
    </message>
    <message>
        <source>Warming up: each way is tried once before it is measured.</source>
        <translation>Разогрев: перед измерением каждый способ пробуется один раз.</translation>
    </message>
    <message>
        <source>One after the other it takes %1.</source>
        <translation>Друг за другом это занимает %1.</translation>
    </message>
    <message>
        <source>USL</source>
        <translation>USL</translation>
    </message>
    <message>
        <source>Fit of the universal scalability law</source>
        <translation>Подгонка по универсальному закону масштабируемости</translation>
    </message>
    <message>
        <source>Draws the universal scalability law beside Amdahl&apos;s: workers that wait for each other and have to agree (U)</source>
        <translation>Показывает рядом с законом Амдала универсальный закон масштабируемости: исполнители ждут друг друга и ещё договариваются (U)</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n задание</numerusform>
            <numerusform>%n задания</numerusform>
            <numerusform>%n заданий</numerusform>
        </translation>
    </message>
    <message>
        <source>more workers than cores</source>
        <translation>исполнителей больше, чем ядер</translation>
    </message>
    <message>
        <source>ideal</source>
        <translation>идеал</translation>
    </message>
    <message>
        <source>no gain</source>
        <translation>без выигрыша</translation>
    </message>
    <message>
        <source>Before: %1, which the others are measured against</source>
        <translation>Раньше: %1, с этим сравниваются остальные</translation>
    </message>
    <message>
        <source>%1: the others are measured against it</source>
        <translation>%1: с этим сравниваются остальные</translation>
    </message>
    <message numerus="yes">
        <source>Before: %1, %n jobs: %2× as fast (95 %: %3× to %4×)</source>
        <translation>
            <numerusform>Раньше: %1, %n задание: ускорение %2× (95 %: от %3× до %4×)</numerusform>
            <numerusform>Раньше: %1, %n задания: ускорение %2× (95 %: от %3× до %4×)</numerusform>
            <numerusform>Раньше: %1, %n заданий: ускорение %2× (95 %: от %3× до %4×)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n jobs: %2× as fast (95 %: %3× to %4×)</source>
        <translation>
            <numerusform>%1, %n задание: ускорение %2× (95 %: от %3× до %4×)</numerusform>
            <numerusform>%1, %n задания: ускорение %2× (95 %: от %3× до %4×)</numerusform>
            <numerusform>%1, %n заданий: ускорение %2× (95 %: от %3× до %4×)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Median %1; mean of %n runs %2 ± %3</source>
        <translation>
            <numerusform>Медиана %1; среднее по %n замеру %2 ± %3</numerusform>
            <numerusform>Медиана %1; среднее по %n замерам %2 ± %3</numerusform>
            <numerusform>Медиана %1; среднее по %n замерам %2 ± %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Efficiency %1 %; serial by Karp and Flatt %2 %</source>
        <translation>Эффективность %1 %; последовательная доля по Карпу и Флатту %2 %</translation>
    </message>
    <message>
        <source>Efficiency %1 %</source>
        <translation>Эффективность %1 %</translation>
    </message>
    <message>
        <source>Ready without a core %1 %, handing out %2 %, not explained %3 %</source>
        <translation>Ждали ядра %1 %, раздача заданий %2 %, не объяснено %3 %</translation>
    </message>
    <message>
        <source>Amdahl&apos;s law fits with %1 % serial (95 %: %2 % to %3 %)</source>
        <translation>По закону Амдала последовательная доля %1 % (95 %: от %2 % до %3 %)</translation>
    </message>
    <message numerus="yes">
        <source>Starting %n workers: %1, not counted</source>
        <translation>
            <numerusform>Запуск %n исполнителя: %1, не в счёт</numerusform>
            <numerusform>Запуск %n исполнителей: %1, не в счёт</numerusform>
            <numerusform>Запуск %n исполнителей: %1, не в счёт</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 before %2×</source>
        <translation>%1 раньше %2×</translation>
    </message>
    <message>
        <source>%1 %2×</source>
        <translation>%1 %2×</translation>
    </message>
    <message>
        <source>the lock allows %1×</source>
        <translation>блокировка позволяет %1×</translation>
    </message>
    <message>
        <source>handing out allows %1×</source>
        <translation>раздача позволяет %1×</translation>
    </message>
    <message>
        <source>%1 of %2 samples, about %3 left</source>
        <translation>%1 из %2 замеров, осталось около %3</translation>
    </message>
    <message>
        <source>%1 of %2 samples</source>
        <translation>%1 из %2 замеров</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speedup</source>
        <translation>Ускорение</translation>
    </message>
    <message>
        <source>The USL fits with %1 % serial, and %2 % for each two workers that have to agree</source>
        <translation>По USL последовательная доля %1 %, и по %2 % на каждую пару исполнителей, которым надо договориться</translation>
    </message>
    <message numerus="yes">
        <source>A lock is held for %1, and allows %n workers %2× at most</source>
        <translation>
            <numerusform>Блокировку держат %1: %n исполнителю она позволяет не больше %2×</numerusform>
            <numerusform>Блокировку держат %1: %n исполнителям она позволяет не больше %2×</numerusform>
            <numerusform>Блокировку держат %1: %n исполнителям она позволяет не больше %2×</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Handing out takes %1, and allows %n workers %2× at most</source>
        <translation>
            <numerusform>Раздача занимает %1: %n исполнителю она позволяет не больше %2×</numerusform>
            <numerusform>Раздача занимает %1: %n исполнителям она позволяет не больше %2×</numerusform>
            <numerusform>Раздача занимает %1: %n исполнителям она позволяет не больше %2×</numerusform>
        </translation>
    </message>
    <message>
        <source>Amdahl, %1 % serial</source>
        <translation>Амдал, последовательно %1 %</translation>
    </message>
    <message>
        <source>No: one after the other it takes %1, and it gets %2 times as fast at best. There is one core, and they take turns on it.</source>
        <translation>Нет: по очереди уходит %1, а быстрее становится самое большее в %2 раза. Ядро одно, и они сменяют друг друга.</translation>
    </message>
    <message>
        <source>No: one after the other it takes %1, and it gets %2 times as fast at best. The interpreter lock lets one of them calculate at a time.</source>
        <translation>Нет: по очереди уходит %1, а быстрее становится самое большее в %2 раза. Блокировка интерпретатора даёт считать только одному.</translation>
    </message>
    <message>
        <source>One after the other it takes %1; one worker makes it %2 times as fast. It takes two to gain anything.</source>
        <translation>По очереди уходит %1; один исполнитель ускоряет в %2 раза. Чтобы выиграть, нужны хотя бы двое.</translation>
    </message>
    <message>
        <source>No: one after the other it takes %1, and it gets %2 times as fast at best. Handing out the jobs takes as long as doing them.</source>
        <translation>Нет: по очереди уходит %1, а быстрее становится самое большее в %2 раза. Раздать работу так же долго, как её сделать.</translation>
    </message>
    <message>
        <source>No: one after the other it takes %1, and it gets %2 times as fast at best.</source>
        <translation>Нет: по очереди уходит %1, а быстрее становится самое большее в %2 раза.</translation>
    </message>
    <message numerus="yes">
        <source>Before: %1, %n jobs: not resolved, other programs had the cores</source>
        <translation>
            <numerusform>До этого: %1, %n задание: не ясно, ядра занимали другие программы</numerusform>
            <numerusform>До этого: %1, %n задания: не ясно, ядра занимали другие программы</numerusform>
            <numerusform>До этого: %1, %n заданий: не ясно, ядра занимали другие программы</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n jobs: not resolved, other programs had the cores</source>
        <translation>
            <numerusform>%1, %n задание: не ясно, ядра занимали другие программы</numerusform>
            <numerusform>%1, %n задания: не ясно, ядра занимали другие программы</numerusform>
            <numerusform>%1, %n заданий: не ясно, ядра занимали другие программы</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Before: %1, %n jobs: not resolved, measured once</source>
        <translation>
            <numerusform>До этого: %1, %n задание: не ясно, измерено один раз</numerusform>
            <numerusform>До этого: %1, %n задания: не ясно, измерено один раз</numerusform>
            <numerusform>До этого: %1, %n заданий: не ясно, измерено один раз</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n jobs: not resolved, measured once</source>
        <translation>
            <numerusform>%1, %n задание: не ясно, измерено один раз</numerusform>
            <numerusform>%1, %n задания: не ясно, измерено один раз</numerusform>
            <numerusform>%1, %n заданий: не ясно, измерено один раз</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Before: %1, %n jobs: refused, faster than is possible</source>
        <translation>
            <numerusform>До этого: %1, %n задание: отброшено, быстрее возможного</numerusform>
            <numerusform>До этого: %1, %n задания: отброшено, быстрее возможного</numerusform>
            <numerusform>До этого: %1, %n заданий: отброшено, быстрее возможного</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n jobs: refused, faster than is possible</source>
        <translation>
            <numerusform>%1, %n задание: отброшено, быстрее возможного</numerusform>
            <numerusform>%1, %n задания: отброшено, быстрее возможного</numerusform>
            <numerusform>%1, %n заданий: отброшено, быстрее возможного</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Before: %1, %n jobs: not resolved, the samples differ too much</source>
        <translation>
            <numerusform>До этого: %1, %n задание: не ясно, измерения слишком расходятся</numerusform>
            <numerusform>До этого: %1, %n задания: не ясно, измерения слишком расходятся</numerusform>
            <numerusform>До этого: %1, %n заданий: не ясно, измерения слишком расходятся</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n jobs: not resolved, the samples differ too much</source>
        <translation>
            <numerusform>%1, %n задание: не ясно, измерения слишком расходятся</numerusform>
            <numerusform>%1, %n задания: не ясно, измерения слишком расходятся</numerusform>
            <numerusform>%1, %n заданий: не ясно, измерения слишком расходятся</numerusform>
        </translation>
    </message>
    <message>
        <source>Of the workers&apos; time working %1 %, done before others %2 %, waiting for a lock %3 %</source>
        <translation>Из времени рабочих: работали %1&#xa0;%, закончили раньше других %2&#xa0;%, ждали блокировки %3&#xa0;%</translation>
    </message>
    <message>
        <source>%1 before: not resolved</source>
        <translation>%1 до этого: не ясно</translation>
    </message>
    <message>
        <source>%1: not resolved</source>
        <translation>%1: не ясно</translation>
    </message>
    <message>
        <source>Share of the cores that other programs had</source>
        <translation>Доля ядер у других программ</translation>
    </message>
    <message>
        <source>After %1 of %2 measurements nothing is certain yet.</source>
        <translation>После %1 измерений из %2 ничего определённого сказать нельзя.</translation>
    </message>
    <message>
        <source>So far, after %1 of %2 measurements: %3 times as fast.</source>
        <translation>Пока, после %1 измерений из %2, — в %3 раза быстрее.</translation>
    </message>
    <message numerus="yes">
        <source>On %n cores it gets %1 times as fast (95 %: %2 to %3): %4, %5 at a time.</source>
        <translation>
            <numerusform>На %n ядре — в %1 раза быстрее (95&#xa0;%: от %2 до %3): %4, одновременно %5.</numerusform>
            <numerusform>На %n ядрах — в %1 раза быстрее (95&#xa0;%: от %2 до %3): %4, одновременно %5.</numerusform>
            <numerusform>На %n ядрах — в %1 раза быстрее (95&#xa0;%: от %2 до %3): %4, одновременно %5.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n cores it gets %1 times as fast (95 %: %2 to %3) with %4 at a time, whichever way.</source>
        <translation>
            <numerusform>На %n ядре — в %1 раза быстрее (95&#xa0;%: от %2 до %3), одновременно %4, и способы не различаются.</numerusform>
            <numerusform>На %n ядрах — в %1 раза быстрее (95&#xa0;%: от %2 до %3), одновременно %4, и способы не различаются.</numerusform>
            <numerusform>На %n ядрах — в %1 раза быстрее (95&#xa0;%: от %2 до %3), одновременно %4, и способы не различаются.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n cores it gets %1 times as fast (95 %: %2 to %3): %4, %5 at a time. Threads under one interpreter lock: %6 times.</source>
        <translation>
            <numerusform>На %n ядре — в %1 раза быстрее (95&#xa0;%: от %2 до %3): %4, одновременно %5. Потоки под одной блокировкой интерпретатора — в %6 раза.</numerusform>
            <numerusform>На %n ядрах — в %1 раза быстрее (95&#xa0;%: от %2 до %3): %4, одновременно %5. Потоки под одной блокировкой интерпретатора — в %6 раза.</numerusform>
            <numerusform>На %n ядрах — в %1 раза быстрее (95&#xa0;%: от %2 до %3): %4, одновременно %5. Потоки под одной блокировкой интерпретатора — в %6 раза.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n cores it gets %1 times as fast (95 %: %2 to %3) with %4 at a time. Threads under one interpreter lock: %5 times.</source>
        <translation>
            <numerusform>На %n ядре — в %1 раза быстрее (95&#xa0;%: от %2 до %3), одновременно %4. Потоки под одной блокировкой интерпретатора — в %5 раза.</numerusform>
            <numerusform>На %n ядрах — в %1 раза быстрее (95&#xa0;%: от %2 до %3), одновременно %4. Потоки под одной блокировкой интерпретатора — в %5 раза.</numerusform>
            <numerusform>На %n ядрах — в %1 раза быстрее (95&#xa0;%: от %2 до %3), одновременно %4. Потоки под одной блокировкой интерпретатора — в %5 раза.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points are refused, and not drawn: they came out faster than is possible, so what they are compared with was disturbed.</source>
        <translation>
            <numerusform>%n точка отброшена и не показана: вышло быстрее, чем возможно, — значит, то, с чем она сравнивается, что-то замедлило.</numerusform>
            <numerusform>%n точки отброшены и не показаны: вышло быстрее, чем возможно, — значит, то, с чем они сравниваются, что-то замедлило.</numerusform>
            <numerusform>%n точек отброшено и не показано: вышло быстрее, чем возможно, — значит, то, с чем они сравниваются, что-то замедлило.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>state heading</name>
    <message>
        <source>running</source>
        <translation>работа</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>блокировка</translation>
    </message>
    <message>
        <source>semaphore</source>
        <translation>семафор</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>условие</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>очередь</translation>
    </message>
    <message>
        <source>join</source>
        <translation>конец потока</translation>
    </message>
    <message>
        <source>result</source>
        <translation>результат</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>сон</translation>
    </message>
    <message>
        <source>input/output</source>
        <translation>ввод-вывод</translation>
    </message>
    <message>
        <source>interpreter lock</source>
        <translation>интерпретатор</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>простой</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>wanted a core</source>
        <translation>хотел ядро</translation>
    </message>
    <message>
        <source>wanted its turn</source>
        <translation>ждал очереди</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>running</source>
        <translation>работа</translation>
    </message>
    <message>
        <source>waiting for a lock</source>
        <translation>ожидание блокировки</translation>
    </message>
    <message>
        <source>waiting for a semaphore</source>
        <translation>ожидание семафора</translation>
    </message>
    <message>
        <source>waiting on a condition</source>
        <translation>ожидание условия</translation>
    </message>
    <message>
        <source>waiting on a queue</source>
        <translation>ожидание очереди</translation>
    </message>
    <message>
        <source>waiting for a result</source>
        <translation>ожидание результата</translation>
    </message>
    <message>
        <source>sleeping</source>
        <translation>сон</translation>
    </message>
    <message>
        <source>input or output</source>
        <translation>ввод-вывод</translation>
    </message>
    <message>
        <source>waiting for the interpreter lock</source>
        <translation>ожидание блокировки интерпретатора</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>простой</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>ready, wants a core</source>
        <translation>готов, нужно ядро</translation>
    </message>
    <message>
        <source>ready, wants its turn</source>
        <translation>готов, ждёт очереди</translation>
    </message>
    <message>
        <source>waiting for others to end</source>
        <translation>ждёт завершения других</translation>
    </message>
</context>
<context>
    <name>stretches</name>
    <message numerus="yes">
        <source>%n jobs: the middle sample of each, on one scale</source>
        <translation>
            <numerusform>%n задание: медианный замер, общая шкала</numerusform>
            <numerusform>%n задания: медианный замер, общая шкала</numerusform>
            <numerusform>%n заданий: медианный замер, общая шкала</numerusform>
        </translation>
    </message>
    <message>
        <source>timed inside Python</source>
        <translation>измерено внутри Python</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n jobs: not measured yet</source>
        <translation>
            <numerusform>%1, %n задание: ещё не измерено</numerusform>
            <numerusform>%1, %n задания: ещё не измерено</numerusform>
            <numerusform>%1, %n заданий: ещё не измерено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n jobs: %2; a click opens its timeline</source>
        <translation>
            <numerusform>%1, %n задание: %2; щелчок откроет шкалу времени</numerusform>
            <numerusform>%1, %n задания: %2; щелчок откроет шкалу времени</numerusform>
            <numerusform>%1, %n заданий: %2; щелчок откроет шкалу времени</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is compared: choose another backend</source>
        <translation>Сравнивать нечего: выберите ещё исполнителей</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n jobs: not measured</source>
        <translation>
            <numerusform>%1, %n задание: не измерено</numerusform>
            <numerusform>%1, %n задания: не измерено</numerusform>
            <numerusform>%1, %n заданий: не измерено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n jobs: %2, timed inside Python, whose workers are not seen</source>
        <translation>
            <numerusform>%1, %n задание: %2, измерено внутри Python, исполнителей не видно</numerusform>
            <numerusform>%1, %n задания: %2, измерено внутри Python, исполнителей не видно</numerusform>
            <numerusform>%1, %n заданий: %2, измерено внутри Python, исполнителей не видно</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>An RLock can be released only by the thread that holds it.</source>
        <translation>RLock может освободить только поток, который его держит.</translation>
    </message>
    <message>
        <source>More items of a queue were marked done than had been put.</source>
        <translation>Выполненными отмечено больше элементов очереди, чем в неё положено.</translation>
    </message>
    <message>
        <source>A BoundedSemaphore was released more often than it was acquired.</source>
        <translation>BoundedSemaphore освобождён чаще, чем захвачен.</translation>
    </message>
    <message>
        <source>A Lock was released that nobody held.</source>
        <translation>Освободили Lock, который никто не держал.</translation>
    </message>
    <message>
        <source>A message of %1 bytes does not fit into a queue of %2 bytes.</source>
        <translation>Сообщение из %1 байт не помещается в очередь из %2 байт.</translation>
    </message>
    <message>
        <source>A lock of several processes was released by one that does not hold it.</source>
        <translation>Блокировку нескольких процессов снял тот, кто её не удерживает.</translation>
    </message>
    <message>
        <source>A ReadWriteLock can be released only by a thread that holds it, and as it took it: to read or to write.</source>
        <translation>ReadWriteLock может освободить только поток, который им владеет, и так же, как взял: для чтения или для записи.</translation>
    </message>
</context>
<context>
    <name>task</name>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: submitted by %2, waited %3, has run for %5 on %4</source>
        <translation>%1: сдана потоком %2, ждала %3, выполняется %5 на %4</translation>
    </message>
    <message>
        <source>%1: submitted by %2, waited %3, ran for %5 on %4, done</source>
        <translation>%1: сдана потоком %2, ждала %3, выполнялась %5 на %4, завершена</translation>
    </message>
    <message>
        <source>%1: submitted by %2, waited %3, ran for %5 on %4, failed</source>
        <translation>%1: сдана потоком %2, ждала %3, выполнялась %5 на %4, закончилась ошибкой</translation>
    </message>
    <message>
        <source>%1: submitted by %2, cancelled after %3</source>
        <translation>%1: сдана потоком %2, отменена через %3</translation>
    </message>
    <message>
        <source>%1: submitted by %2, has waited %3</source>
        <translation>%1: сдана потоком %2, ждёт %3</translation>
    </message>
</context>
<context>
    <name>task state</name>
    <message>
        <source>pending</source>
        <translation>ожидает</translation>
    </message>
    <message>
        <source>running</source>
        <translation>работа</translation>
    </message>
    <message>
        <source>done</source>
        <translation>выполнена</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменена</translation>
    </message>
</context>
<context>
    <name>terminate</name>
    <message>
        <source>Asking to stop</source>
        <translation>Просьба остановиться</translation>
    </message>
    <message>
        <source>How do you stop a thread that you cannot kill?</source>
        <translation>Как остановить поток, который нельзя убить?</translation>
    </message>
    <message>
        <source>Stop flag</source>
        <translation>Флаг остановки</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>шаги</translation>
    </message>
    <message>
        <source>From asking to the last end</source>
        <translation>От просьбы до последнего конца</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Threads that have ended</source>
        <translation>Завершилось потоков</translation>
    </message>
    <message numerus="yes">
        <source>You ask, and wait until it looks: of %n threads that look every %1 the last ended %2 after the flag was set.</source>
        <translation>
            <numerusform>Попросить и подождать, пока он посмотрит: %n поток смотрит на флаг каждые %1 и завершился через %2 после того, как флаг подняли.</numerusform>
            <numerusform>Попросить и подождать, пока он посмотрит: %n потока смотрят на флаг каждые %1, и последний завершился через %2 после того, как флаг подняли.</numerusform>
            <numerusform>Попросить и подождать, пока он посмотрит: %n потоков смотрят на флаг каждые %1, и последний завершился через %2 после того, как флаг подняли.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked to stop after</source>
        <translation>Просьба через</translation>
    </message>
    <message>
        <source>Then the main thread sets the flag, once.</source>
        <translation>Затем главный поток поднимает флаг, один раз.</translation>
    </message>
    <message>
        <source>One step of work</source>
        <translation>Один шаг работы</translation>
    </message>
    <message>
        <source>A thread looks at the flag between two steps, never within one.</source>
        <translation>Поток смотрит на флаг между двумя шагами и никогда не посреди шага.</translation>
    </message>
    <message numerus="yes">
        <source>The flag is set: %1 of %n threads have looked, and ended.</source>
        <translation>
            <numerusform>Флаг поднят: его увидели и завершились %1 из %n потока.</numerusform>
            <numerusform>Флаг поднят: его увидели и завершились %1 из %n потоков.</numerusform>
            <numerusform>Флаг поднят: его увидели и завершились %1 из %n потоков.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended early: %1 of %n threads had seen the flag.</source>
        <translation>
            <numerusform>Прервано: флаг успели увидеть %1 из %n потока.</numerusform>
            <numerusform>Прервано: флаг успели увидеть %1 из %n потоков.</numerusform>
            <numerusform>Прервано: флаг успели увидеть %1 из %n потоков.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far: %n steps, and nobody has asked them to stop.</source>
        <translation>
            <numerusform>Пока %n шаг, и остановиться их никто не просил.</numerusform>
            <numerusform>Пока %n шага, и остановиться их никто не просил.</numerusform>
            <numerusform>Пока %n шагов, и остановиться их никто не просил.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended early, after %n steps: nobody had asked them to stop.</source>
        <translation>
            <numerusform>Прервано после %n шага: остановиться их никто не просил.</numerusform>
            <numerusform>Прервано после %n шагов: остановиться их никто не просил.</numerusform>
            <numerusform>Прервано после %n шагов: остановиться их никто не просил.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>threadscape::AppStateStore</name>
    <message>
        <source>The file of your settings was damaged, and they are as at first. It was put aside as %1, if you want to mend it.</source>
        <translation>Файл ваших настроек был повреждён, и они теперь как при первом запуске. Он отложен как %1, если захотите его исправить.</translation>
    </message>
    <message>
        <source>Your settings cannot be kept for the next time: %1 cannot be written (%2). Make room there, or make it writable.</source>
        <translation>Ваши настройки до следующего раза не сохранить: %1 не записать (%2). Освободите там место или разрешите запись.</translation>
    </message>
</context>
<context>
    <name>threadscape::Appearance</name>
    <message>
        <source>Light</source>
        <translation>Светлая тема</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная тема</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Тема системы</translation>
    </message>
    <message>
        <source>Larger type</source>
        <translation>Шрифт крупнее</translation>
    </message>
    <message>
        <source>Smaller type</source>
        <translation>Шрифт мельче</translation>
    </message>
    <message>
        <source>Usual type</source>
        <translation>Обычный шрифт</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Язык системы</translation>
    </message>
</context>
<context>
    <name>threadscape::Comparison</name>
    <message>
        <source>Plots of the run</source>
        <translation>Графики прогона</translation>
    </message>
    <message>
        <source>Unpins the run (Ctrl+D)</source>
        <translation>Открепляет прогон (Ctrl+D)</translation>
    </message>
    <message>
        <source>Unpin the run</source>
        <translation>Открепить прогон</translation>
    </message>
    <message>
        <source>Pin this run</source>
        <translation>Закрепить этот</translation>
    </message>
    <message>
        <source>Pins this run instead: the next is compared with it</source>
        <translation>Закрепляет этот прогон вместо прежнего: следующий сравнится с ним</translation>
    </message>
    <message>
        <source>Pin this run instead</source>
        <translation>Закрепить этот прогон вместо прежнего</translation>
    </message>
    <message>
        <source>Plots of the pinned run</source>
        <translation>Графики закреплённого прогона</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закреплён</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Этот прогон</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Следующий прогон</translation>
    </message>
    <message>
        <source>Open another trace to see it here</source>
        <translation>Откройте другую трассу, чтобы увидеть её здесь</translation>
    </message>
</context>
<context>
    <name>threadscape::DataTable</name>
    <message>
        <source>A click on a heading sorts; Ctrl+C copies as CSV</source>
        <translation>Щелчок по заголовку сортирует; Ctrl+C копирует в CSV</translation>
    </message>
</context>
<context>
    <name>threadscape::Drawer</name>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Блокировки</translation>
    </message>
    <message>
        <source>Each thread&apos;s time, by what it did (Ctrl+1)</source>
        <translation>Время каждого потока: на что ушло (Ctrl+1)</translation>
    </message>
    <message>
        <source>How often each lock was taken and waited for (Ctrl+2)</source>
        <translation>Как часто каждую блокировку захватывали и ждали (Ctrl+2)</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>What the experiment printed, and the settings that were moved (Ctrl+3)</source>
        <translation>Что напечатал опыт и какие параметры сдвигали (Ctrl+3)</translation>
    </message>
    <message>
        <source>There is no run yet.</source>
        <translation>Прогона ещё не было.</translation>
    </message>
    <message>
        <source>%1 measured, from %2 to %3</source>
        <translation>Измерено %1, от %2 до %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>which run, what was measured</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Поток</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>Время ЦП</translation>
    </message>
    <message>
        <source>%1 (daemon)</source>
        <translation>%1 (демон)</translation>
    </message>
    <message>
        <source>alive</source>
        <translation>жив</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>завершён</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Захваты</translation>
    </message>
    <message>
        <source>Contended</source>
        <translation>Ждали</translation>
    </message>
    <message>
        <source>Wait, mean</source>
        <translation>Ожид., средн.</translation>
    </message>
    <message>
        <source>Wait, 99 %</source>
        <translation>Ожид., 99 %</translation>
    </message>
    <message>
        <source>Wait, longest</source>
        <translation>Ожид., макс.</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Держали</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Занята</translation>
    </message>
    <message>
        <source>This run has no locks.</source>
        <translation>Блокировок в этом прогоне нет.</translation>
    </message>
    <message>
        <source>%1: waits</source>
        <translation>%1: ожидания</translation>
    </message>
    <message>
        <source>%1: holds</source>
        <translation>%1: удержания</translation>
    </message>
    <message>
        <source>%1 s  %2</source>
        <comment>when, and which setting was moved</comment>
        <translation>%1 с  %2</translation>
    </message>
    <message>
        <source>%1 s  %2: %3</source>
        <translation>%1 с  %2: %3</translation>
    </message>
    <message>
        <source>Nothing was printed so far, and no setting was moved.</source>
        <translation>Пока ничего не напечатано, и параметры не сдвигали.</translation>
    </message>
    <message>
        <source>Pinned run</source>
        <translation>Закреплённый прогон</translation>
    </message>
    <message>
        <source>Futures</source>
        <translation>Фьючерсы</translation>
    </message>
    <message>
        <source>What became of each task of a pool (Ctrl+4)</source>
        <translation>Что стало с каждой задачей пула (Ctrl+4)</translation>
    </message>
    <message>
        <source>process</source>
        <translation>процесс</translation>
    </message>
    <message>
        <source>task</source>
        <translation>задача</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>поток</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>Код завершения</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Ядра</translation>
    </message>
    <message>
        <source>What became of each core&apos;s time (Ctrl+5)</source>
        <translation>На что ушло время каждого ядра (Ctrl+5)</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>Ядро</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Этот запуск</translation>
    </message>
    <message>
        <source>Other processes</source>
        <translation>Другие процессы</translation>
    </message>
    <message>
        <source>Taken by the host</source>
        <translation>Забрал хост</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Простой</translation>
    </message>
    <message>
        <source>This run&apos;s share</source>
        <translation>Доля этого запуска</translation>
    </message>
</context>
<context>
    <name>threadscape::ExperimentList</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search experiments</source>
        <translation>Поиск опыта</translation>
    </message>
    <message>
        <source>Search experiments (Ctrl+F)</source>
        <translation>Поиск опыта (Ctrl+F)</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Опыты</translation>
    </message>
</context>
<context>
    <name>threadscape::ExportMenu</name>
    <message>
        <source>Open…</source>
        <translation>Открыть…</translation>
    </message>
    <message>
        <source>Shows a run, or takes settings, that were saved (Ctrl+O)</source>
        <translation>Показывает сохранённый прогон или берёт сохранённые параметры (Ctrl+O)</translation>
    </message>
    <message>
        <source>Copy the figure</source>
        <translation>Копировать рисунок</translation>
    </message>
    <message>
        <source>As a picture to the clipboard (Ctrl+Shift+C)</source>
        <translation>Картинкой в буфер обмена (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Параметры…</translation>
    </message>
    <message>
        <source>What the next run will be, to be opened here again</source>
        <translation>Каким будет следующий прогон, чтобы снова открыть это здесь</translation>
    </message>
    <message>
        <source>Size of the figure</source>
        <translation>Размер рисунка</translation>
    </message>
    <message>
        <source>Sharpness of PNG</source>
        <translation>Чёткость PNG</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 мм</translation>
    </message>
    <message>
        <source>Slide, %1 × %2</source>
        <translation>Слайд, %1 × %2</translation>
    </message>
    <message>
        <source>Page, %1</source>
        <translation>Страница, %1</translation>
    </message>
    <message>
        <source>Half a page, %1</source>
        <translation>Полстраницы, %1</translation>
    </message>
    <message>
        <source>The lanes alone, or with what else can be read in it</source>
        <translation>Только дорожки или ещё и то, что на нём можно прочесть</translation>
    </message>
    <message>
        <source>The figure is on the clipboard.</source>
        <translation>Рисунок в буфере обмена.</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <translation>Сохранить параметры</translation>
    </message>
    <message>
        <source>Saving %1 …</source>
        <translation>Сохраняется %1 …</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>%1 Choose another place, or make room there.</source>
        <comment>after the sentence of what failed</comment>
        <translation>%1 Выберите другое место или освободите это.</translation>
    </message>
    <message>
        <source>Open a run, a Chrome trace, or settings</source>
        <translation>Открыть прогон, трассу Chrome или настройки</translation>
    </message>
    <message>
        <source>The curves alone: there is no room for the lanes</source>
        <translation>Только кривые: для дорожек нет места</translation>
    </message>
    <message>
        <source>What the figure shows</source>
        <translation>Что на рисунке</translation>
    </message>
    <message>
        <source>What is seen</source>
        <translation>То, что видно</translation>
    </message>
    <message>
        <source>The stretch that was zoomed to, with what is isolated, measured or selected</source>
        <translation>Приближенный отрезок; с тем, что выделено, измерено или выбрано</translation>
    </message>
    <message>
        <source>The whole run</source>
        <translation>Весь прогон</translation>
    </message>
    <message>
        <source>From its beginning to its end, whatever was looked at</source>
        <translation>От начала до конца, что бы ни рассматривали</translation>
    </message>
</context>
<context>
    <name>threadscape::FindingsTable</name>
    <message>
        <source>Findings</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>What the run found out; Ctrl+C copies it</source>
        <translation>Что показал прогон; Ctrl+C копирует</translation>
    </message>
</context>
<context>
    <name>threadscape::Headline</name>
    <message>
        <source>Choose another experiment (Ctrl+F)</source>
        <translation>Выбрать другой опыт (Ctrl+F)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>A number leads to where it was seen</source>
        <translation>Число ведёт туда, где его видно</translation>
    </message>
</context>
<context>
    <name>threadscape::HistogramView</name>
    <message>
        <source>half are within %1, 99 % within %2, the longest is %3</source>
        <translation>половина – до %1, 99 % – до %2, дольше всего – %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>медиана %1</translation>
    </message>
    <message>
        <source>99 % in %1</source>
        <translation>99 % – до %1</translation>
    </message>
    <message>
        <source>longest %1</source>
        <translation>наибольшее %1</translation>
    </message>
</context>
<context>
    <name>threadscape::LargeSlider</name>
    <message>
        <source>%1 → %2</source>
        <comment>a setting of this run and of the next</comment>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>threadscape::LoadLight</name>
    <message>
        <source>other programs: %1 % of the cores</source>
        <translation>другие программы: %1&#xa0;% ядер</translation>
    </message>
    <message>
        <source>machine quiet</source>
        <translation>компьютер свободен</translation>
    </message>
    <message>
        <source>Other programs have %1 % of the cores now. What is measured meanwhile is about them too: close them before a run that measures.</source>
        <translation>Другие программы занимают сейчас %1&#xa0;% ядер. Что измеряется при этом, зависит и от них: закройте их перед запуском с измерениями.</translation>
    </message>
    <message>
        <source>Other programs have %1 % of the cores now.</source>
        <translation>Другие программы занимают сейчас %1&#xa0;% ядер.</translation>
    </message>
</context>
<context>
    <name>threadscape::MainWindow</name>
    <message>
        <source>Opening %1 …</source>
        <translation>Открывается %1 …</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>Открыт %1</translation>
    </message>
</context>
<context>
    <name>threadscape::Presentation</name>
    <message>
        <source>Presentation</source>
        <translation>Показ</translation>
    </message>
    <message>
        <source>Plots of the run</source>
        <translation>Графики прогона</translation>
    </message>
    <message>
        <source>Page Down again stops the run</source>
        <translation>Ещё раз Page Down – остановить прогон</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>an experiment and its preset</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>threadscape::PresetChips</name>
    <message>
        <source>Preset %1</source>
        <translation>Набор «%1»</translation>
    </message>
    <message>
        <source>Chosen, and changed since; a click takes it as it was</source>
        <translation>Выбран и потом изменён; щелчок вернёт его как был</translation>
    </message>
    <message>
        <source>Takes these settings</source>
        <translation>Берёт эти параметры</translation>
    </message>
</context>
<context>
    <name>threadscape::ProblemLine</name>
    <message>
        <source>Problem</source>
        <translation>Неполадка</translation>
    </message>
    <message>
        <source>Closes this message</source>
        <translation>Закрывает это сообщение</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Закрыть сообщение</translation>
    </message>
</context>
<context>
    <name>threadscape::RunScreen</name>
    <message>
        <source>The picture does not show where that number comes from.</source>
        <translation>На рисунке не видно, откуда это число.</translation>
    </message>
</context>
<context>
    <name>threadscape::SettingRow</name>
    <message>
        <source>%1 can be from %2 to %3: %4 is out of that, and the nearest was taken.</source>
        <translation>%1 – от %2 до %3: %4 туда не входит, взято ближайшее.</translation>
    </message>
    <message>
        <source>Acts now, also while a run goes on.</source>
        <translation>Действует сразу, и во время прогона.</translation>
    </message>
    <message>
        <source>Acts at the next Run.</source>
        <translation>Действует со следующего пуска.</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>what a setting does, and when</comment>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Back to the preset&apos;s value</source>
        <translation>Вернуть значение набора</translation>
    </message>
    <message>
        <source>%1: back to the preset&apos;s value</source>
        <translation>%1: вернуть значение набора</translation>
    </message>
</context>
<context>
    <name>threadscape::SettingsPanel</name>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Прогон</translation>
    </message>
    <message>
        <source>acts now</source>
        <translation>сразу</translation>
    </message>
    <message>
        <source>at the next Run</source>
        <translation>со следующего пуска</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Свернуть</translation>
    </message>
    <message numerus="yes">
        <source>More (%n)</source>
        <comment>settings that are not shown</comment>
        <translation>
            <numerusform>Ещё (%n)</numerusform>
            <numerusform>Ещё (%n)</numerusform>
            <numerusform>Ещё (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only the first settings</source>
        <translation>Показать только первые параметры</translation>
    </message>
    <message>
        <source>Show all settings</source>
        <translation>Показать все параметры</translation>
    </message>
</context>
<context>
    <name>threadscape::SidePanel</name>
    <message>
        <source>Findings</source>
        <translation>Результаты</translation>
    </message>
</context>
<context>
    <name>threadscape::SpeedControl</name>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>Divides every pause; acts now</source>
        <translation>Делит каждую паузу; действует сразу</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
</context>
<context>
    <name>threadscape::StatusLine</name>
    <message>
        <source>%1 s of %2</source>
        <translation>%1 с из %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n ядро</numerusform>
            <numerusform>%n ядра</numerusform>
            <numerusform>%n ядер</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>15 threads on 2 cores</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n threads</source>
        <translation>
            <numerusform>%n поток</numerusform>
            <numerusform>%n потока</numerusform>
            <numerusform>%n потоков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events were lost: they came faster than they could be recorded. They are hatched in the picture; lock totals and findings count them all. Longer pauses lose none.</source>
        <translation>
            <numerusform>Потеряно %n событие: события шли быстрее, чем их удавалось записать. На рисунке это место заштриховано; итоги блокировок и результаты учитывают всё. Паузы подлиннее – и потерь не будет.</numerusform>
            <numerusform>Потеряно %n события: события шли быстрее, чем их удавалось записать. На рисунке эти места заштрихованы; итоги блокировок и результаты учитывают всё. Паузы подлиннее – и потерь не будет.</numerusform>
            <numerusform>Потеряно %n событий: события шли быстрее, чем их удавалось записать. На рисунке эти места заштрихованы; итоги блокировок и результаты учитывают всё. Паузы подлиннее – и потерь не будет.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n older spans only the totals are left: the recording is as large as it may be. A shorter run keeps them all.</source>
        <translation>
            <numerusform>От %n старого отрезка остались только итоги: запись достигла предельного размера. Прогон покороче сохранит всё.</numerusform>
            <numerusform>От %n старых отрезков остались только итоги: запись достигла предельного размера. Прогон покороче сохранит всё.</numerusform>
            <numerusform>От %n старых отрезков остались только итоги: запись достигла предельного размера. Прогон покороче сохранит всё.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готово к пуску</translation>
    </message>
    <message numerus="yes">
        <source>%n processes</source>
        <translation>
            <numerusform>%n процесс</numerusform>
            <numerusform>%n процесса</numerusform>
            <numerusform>%n процессов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>4 processes and 2 threads</comment>
        <translation>%1 и %2</translation>
    </message>
    <message>
        <source>time without a core from CPU clocks</source>
        <translation>время без ядра — по часам процессора</translation>
    </message>
    <message>
        <source>Who ran on which core, and when, is not known: each thread&apos;s CPU clock is read every 10 ms.</source>
        <translation>Кто и когда выполнялся на каком ядре, не известно: процессорные часы каждого потока читаются раз в 10 мс.</translation>
    </message>
    <message numerus="yes">
        <source>%n switches between threads were lost: the system could not keep them. Near them it is not certain who had a core. Fewer switches lose none.</source>
        <translation>
            <numerusform>Потеряно %n переключение потоков: система не смогла его сохранить. Рядом с ним не ясно, у кого было ядро. Чем реже переключения, тем меньше потерь.</numerusform>
            <numerusform>Потеряно %n переключения потоков: система не смогла их сохранить. Рядом с ними не ясно, у кого было ядро. Чем реже переключения, тем меньше потерь.</numerusform>
            <numerusform>Потеряно %n переключений потоков: система не смогла их сохранить. Рядом с ними не ясно, у кого было ядро. Чем реже переключения, тем меньше потерь.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>8 tasks, 2 processes</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tasks</source>
        <translation>
            <numerusform>%Ln задача</numerusform>
            <numerusform>%Ln задачи</numerusform>
            <numerusform>%Ln задач</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>threadscape::StepDots</name>
    <message>
        <source>question</source>
        <translation>вопрос</translation>
    </message>
    <message>
        <source>guess</source>
        <translation>догадка</translation>
    </message>
    <message>
        <source>run</source>
        <translation>прогон</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>ответ</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <comment>which one, of how many, its name</comment>
        <translation>Шаг %1 из %2: %3</translation>
    </message>
</context>
<context>
    <name>threadscape::TaskModel</name>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Работник</translation>
    </message>
    <message>
        <source>Submitted by</source>
        <translation>Кто сдал</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Сдана</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Ждала</translation>
    </message>
    <message>
        <source>Ran</source>
        <translation>Выполнялась</translation>
    </message>
</context>
<context>
    <name>threadscape::TaskTable</name>
    <message>
        <source>A click on a heading sorts; Ctrl+C copies as CSV</source>
        <translation>Щелчок по заголовку сортирует; Ctrl+C копирует в CSV</translation>
    </message>
</context>
<context>
    <name>threadscape::TextEditor</name>
    <message>
        <source>Choose a folder</source>
        <translation>Выбрать папку</translation>
    </message>
    <message>
        <source>%1: choose a folder</source>
        <translation>%1: выбрать папку</translation>
    </message>
</context>
<context>
    <name>threadscape::TopBar</name>
    <message>
        <source>Hold view</source>
        <translation>Стоп-кадр</translation>
    </message>
    <message>
        <source>Holds the picture while the run goes on (H in the plots; End lets go)</source>
        <translation>Удерживает картину, пока прогон идёт (H на графиках; End отпускает)</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>Pins this run: the next is drawn below it, on the same scale (Ctrl+D)</source>
        <translation>Закрепляет этот прогон: следующий рисуется под ним, в том же масштабе (Ctrl+D)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Saves the figure, the data or the run, and opens runs</source>
        <translation>Сохраняет рисунок, данные или прогон и открывает прогоны</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Shows presets and settings (Ctrl+,)</source>
        <translation>Показывает наборы и параметры (Ctrl+,)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Пуск</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Stops the run (Space)</source>
        <translation>Останавливает прогон (пробел)</translation>
    </message>
    <message>
        <source>Runs it (Space)</source>
        <translation>Запускает (пробел)</translation>
    </message>
    <message>
        <source>Light or dark, language, size of type</source>
        <translation>Светлая или тёмная тема, язык, размер шрифта</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Показ</translation>
    </message>
    <message>
        <source>Fills the screen for a lecture hall (F5; F11 begins at what is shown)</source>
        <translation>На весь экран для аудитории (F5; F11 – с того, что в окне)</translation>
    </message>
</context>
<context>
    <name>thumbnails</name>
    <message>
        <source>Thumbnails</source>
        <translation>Миниатюры</translation>
    </message>
    <message>
        <source>How many workers does a folder of pictures need?</source>
        <translation>Сколько рабочих потоков нужно папке с картинками?</translation>
    </message>
    <message numerus="yes">
        <source>How many workers do %n pictures need?</source>
        <translation>
            <numerusform>Сколько рабочих потоков нужно %n картинке?</numerusform>
            <numerusform>Сколько рабочих потоков нужно %n картинкам?</numerusform>
            <numerusform>Сколько рабочих потоков нужно %n картинкам?</numerusform>
        </translation>
    </message>
    <message>
        <source>thumbnails</source>
        <translation>миниатюры</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Работники</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;: there is no such folder.</source>
        <translation>%1: «%2». Такой папки нет.</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;: that is no folder.</source>
        <translation>%1: «%2». Это не папка.</translation>
    </message>
    <message>
        <source>%1 and %2 are the same folder: the next run would take the thumbnails for pictures. Choose another.</source>
        <translation>%1 и %2 — одна и та же папка: следующий запуск принял бы миниатюры за картинки. Выберите другую.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Картинки</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>С ошибкой</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Cores busy</source>
        <translation>Занято ядер</translation>
    </message>
    <message>
        <source>The pictures are being made: %1 of %2.</source>
        <translation>Картинки рисуются: %1 из %2.</translation>
    </message>
    <message>
        <source>So far: %1 thumbnails of %2 pictures.</source>
        <translation>Пока миниатюр: %1, картинок всего %2.</translation>
    </message>
    <message>
        <source>Ended early: %1 thumbnails of %2 pictures were made.</source>
        <translation>Прервано: сделано миниатюр %1, картинок всего %2.</translation>
    </message>
    <message>
        <source>None: there are no pictures in %1.</source>
        <translation>Нисколько: в папке %1 нет картинок.</translation>
    </message>
    <message numerus="yes">
        <source>%1 thumbnails in %2; %n pictures failed, and the others were done all the same. The first: %3, %4.</source>
        <translation>
            <numerusform>Миниатюр: %1 за %2; %n картинка не вышла, остальные всё равно сделаны. Это %3: %4.</numerusform>
            <numerusform>Миниатюр: %1 за %2; %n картинки не вышли, остальные всё равно сделаны. Первая — %3: %4.</numerusform>
            <numerusform>Миниатюр: %1 за %2; %n картинок не вышли, остальные всё равно сделаны. Первая — %3: %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>the system refused to read or write its files</source>
        <translation>система отказалась читать или писать её файлы</translation>
    </message>
    <message numerus="yes">
        <source>No more than keep the cores busy: %n threads had %1 of %2 cores at work, as fewer would. %3 thumbnails took %4.</source>
        <translation>
            <numerusform>Не больше, чем нужно, чтобы занять ядра: %n поток занял %1 из %2 ядер, меньшего числа хватило бы. Миниатюры (%3) заняли %4.</numerusform>
            <numerusform>Не больше, чем нужно, чтобы занять ядра: %n потока заняли %1 из %2 ядер, хватило бы и меньшего числа. Миниатюры (%3) заняли %4.</numerusform>
            <numerusform>Не больше, чем нужно, чтобы занять ядра: %n потоков заняли %1 из %2 ядер, хватило бы и меньшего числа. Миниатюры (%3) заняли %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n threads are enough: they kept %1 of %2 cores busy. %3 thumbnails took %4.</source>
        <translation>
            <numerusform>Хватает %n потока: он занял %1 из %2 ядер. Миниатюры (%3) заняли %4.</numerusform>
            <numerusform>Хватает %n потоков: они заняли %1 из %2 ядер. Миниатюры (%3) заняли %4.</numerusform>
            <numerusform>Хватает %n потоков: они заняли %1 из %2 ядер. Миниатюры (%3) заняли %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n: with so many, %1 of %2 cores were busy on average, and %3 thumbnails took %4.</source>
        <translation>
            <numerusform>Больше %n: при таком числе в среднем было занято %1 из %2 ядер, миниатюры (%3) заняли %4.</numerusform>
            <numerusform>Больше %n: при таком числе в среднем было занято %1 из %2 ядер, миниатюры (%3) заняли %4.</numerusform>
            <numerusform>Больше %n: при таком числе в среднем было занято %1 из %2 ядер, миниатюры (%3) заняли %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Perhaps more than %n: they waited for the disk, with %1 of %2 cores busy. %3 thumbnails took %4.</source>
        <translation>
            <numerusform>Возможно, больше %n: поток ждал диска, занято было %1 из %2 ядер. Миниатюры (%3) заняли %4.</numerusform>
            <numerusform>Возможно, больше %n: потоки ждали диска, занято было %1 из %2 ядер. Миниатюры (%3) заняли %4.</numerusform>
            <numerusform>Возможно, больше %n: потоки ждали диска, занято было %1 из %2 ядер. Миниатюры (%3) заняли %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Кто работает</translation>
    </message>
    <message>
        <source>a pool</source>
        <translation>пул</translation>
    </message>
    <message>
        <source>a thread each</source>
        <translation>поток на каждую</translation>
    </message>
    <message>
        <source>main alone</source>
        <translation>только главный</translation>
    </message>
    <message>
        <source>All three write the same files.</source>
        <translation>Во всех трёх случаях файлы получаются одинаковые.</translation>
    </message>
    <message>
        <source>Threads of the pool.</source>
        <translation>Потоки пула.</translation>
    </message>
    <message>
        <source>So many are made afresh when no folder is chosen.</source>
        <translation>Столько рисуется заново, если папка не выбрана.</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>Папка с картинками</translation>
    </message>
    <message>
        <source>made afresh</source>
        <translation>рисуются заново</translation>
    </message>
    <message>
        <source>Thumbnails go to</source>
        <translation>Куда миниатюры</translation>
    </message>
    <message>
        <source>thrown away</source>
        <translation>выбрасываются</translation>
    </message>
    <message>
        <source>A folder that keeps them; empty: a temporary one, which is removed at the end of the run.</source>
        <translation>Папка, где они останутся; пусто: временная, которая удаляется в конце запуска.</translation>
    </message>
    <message numerus="yes">
        <source>That cannot be told now: other programs had %1 % of the cores, and %n threads had %2 of %3. %4 thumbnails took %5.</source>
        <translation>
            <numerusform>Сейчас не понять: другие программы занимали %1&#xa0;% ядер, а у %n потока было %2 из %3. Миниатюры (%4) заняли %5.</numerusform>
            <numerusform>Сейчас не понять: другие программы занимали %1&#xa0;% ядер, а у %n потоков было %2 из %3. Миниатюры (%4) заняли %5.</numerusform>
            <numerusform>Сейчас не понять: другие программы занимали %1&#xa0;% ядер, а у %n потоков было %2 из %3. Миниатюры (%4) заняли %5.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No more than %n: there are no more pictures to share out. %1 of %2 cores were busy, and %3 thumbnails took %4.</source>
        <translation>
            <numerusform>Не больше %n: картинка всего одна. Занято было %1 из %2 ядер, миниатюры (%3) заняли %4.</numerusform>
            <numerusform>Не больше %n: больше делить нечего. Занято было %1 из %2 ядер, миниатюры (%3) заняли %4.</numerusform>
            <numerusform>Не больше %n: больше делить нечего. Занято было %1 из %2 ядер, миниатюры (%3) заняли %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n threads had %1 of %2 cores busy, and some had nothing left to do at the end. %3 thumbnails took %4.</source>
        <translation>
            <numerusform>%n поток занимал %1 из %2 ядер, и под конец ему нечего было делать. Миниатюры (%3) заняли %4.</numerusform>
            <numerusform>%n потока занимали %1 из %2 ядер, и под конец некоторым нечего было делать. Миниатюры (%3) заняли %4.</numerusform>
            <numerusform>%n потоков занимали %1 из %2 ядер, и под конец некоторым нечего было делать. Миниатюры (%3) заняли %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;: nothing may be written there.</source>
        <translation>%1: «%2». Туда нельзя ничего записать.</translation>
    </message>
    <message>
        <source>there is not enough memory for it</source>
        <translation>для неё не хватает памяти</translation>
    </message>
    <message>
        <source>Its pictures (PNG, JPEG, WebP, BMP, GIF, TGA, PNM); empty: pictures made afresh.</source>
        <translation>Её картинки (PNG, JPEG, WebP, BMP, GIF, TGA, PNM); пусто: картинки рисуются заново.</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>%1 waited %2, wanted %3</source>
        <translation>%1 ждёт %2, нужно %3</translation>
    </message>
    <message>
        <source>%1 waited %2</source>
        <translation>%1 ждёт %2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1: ошибка</translation>
    </message>
    <message>
        <source>%1 waited %2 for %3</source>
        <translation>%1 ждёт «%3» %2</translation>
    </message>
    <message numerus="yes">
        <source>%n slices are too small here</source>
        <translation>
            <numerusform>%n отрезок здесь слишком мал</numerusform>
            <numerusform>%n отрезка здесь слишком малы</numerusform>
            <numerusform>%n отрезков здесь слишком малы</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>titles</name>
    <message>
        <source>Page titles</source>
        <translation>Заголовки страниц</translation>
    </message>
    <message numerus="yes">
        <source>%n pages: how long together?</source>
        <translation>
            <numerusform>%n страница: сколько времени?</numerusform>
            <numerusform>%n страницы: сколько времени вместе?</numerusform>
            <numerusform>%n страниц: сколько времени вместе?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages at %1 ms each: how long together?</source>
        <translation>
            <numerusform>%n страница за %1 мс: сколько времени?</numerusform>
            <numerusform>%n страницы по %1 мс: сколько времени вместе?</numerusform>
            <numerusform>%n страниц по %1 мс: сколько времени вместе?</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Рабочие потоки</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>urls has %1, which is no http:// or https:// address.</source>
        <translation>В urls есть %1, а это не адрес http:// или https://.</translation>
    </message>
    <message>
        <source>urls has %1 addresses, and may have %2 at most.</source>
        <translation>В urls адресов: %1, а может быть не больше %2.</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Заголовки</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Не удалось</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Fetched by</source>
        <translation>Загружают</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>задачи</translation>
    </message>
    <message>
        <source>a pool</source>
        <translation>пул</translation>
    </message>
    <message>
        <source>in turn</source>
        <translation>по очереди</translation>
    </message>
    <message>
        <source>Threads of the pool.</source>
        <translation>Потоки пула.</translation>
    </message>
    <message>
        <source>The server takes</source>
        <translation>Сервер отвечает за</translation>
    </message>
    <message>
        <source>For each page; of the built-in server.</source>
        <translation>На каждую страницу; для встроенного сервера.</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Адреса</translation>
    </message>
    <message>
        <source>five pages of a built-in server</source>
        <translation>пять страниц встроенного сервера</translation>
    </message>
    <message>
        <source>Check certificates</source>
        <translation>Проверять сертификаты</translation>
    </message>
    <message>
        <source>https: refuses a server that cannot prove who it is.</source>
        <translation>https: отказывает серверу, который не может доказать, кто он.</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Срок ожидания</translation>
    </message>
    <message>
        <source>For a page, redirects and all.</source>
        <translation>На страницу, вместе с перенаправлениями.</translation>
    </message>
    <message numerus="yes">
        <source>So far the titles of %1 of %n pages.</source>
        <translation>
            <numerusform>Пока заголовки получены с %1 из %n страницы.</numerusform>
            <numerusform>Пока заголовки получены с %1 из %n страниц.</numerusform>
            <numerusform>Пока заголовки получены с %1 из %n страниц.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended early: the titles of %1 of %n pages, in %2.</source>
        <translation>
            <numerusform>Прервано: заголовки получены с %1 из %n страницы за %2.</numerusform>
            <numerusform>Прервано: заголовки получены с %1 из %n страниц за %2.</numerusform>
            <numerusform>Прервано: заголовки получены с %1 из %n страниц за %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No title came: all %n pages failed, in %1.</source>
        <translation>
            <numerusform>Ни одного заголовка: за %1 не получена %n страница.</numerusform>
            <numerusform>Ни одного заголовка: за %1 не получены все %n страницы.</numerusform>
            <numerusform>Ни одного заголовка: за %1 не получены все %n страниц.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Titles: %1, in %2. %n pages failed, and kept nobody else from arriving.</source>
        <translation>
            <numerusform>Заголовков: %1, за %2. Не получена %n страница, и остальным это не помешало.</numerusform>
            <numerusform>Заголовков: %1, за %2. Не получены %n страницы, и остальным это не помешало.</numerusform>
            <numerusform>Заголовков: %1, за %2. Не получено %n страниц, и остальным это не помешало.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 for the only title.</source>
        <translation>%1 на единственный заголовок.</translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n titles: while one page is awaited, the same thread asks for the others.</source>
        <translation>
            <numerusform>%1 на %n заголовок: пока ожидается одна страница, тот же поток запрашивает остальные.</numerusform>
            <numerusform>%1 на %n заголовка: пока ожидается одна страница, тот же поток запрашивает остальные.</numerusform>
            <numerusform>%1 на %n заголовков: пока ожидается одна страница, тот же поток запрашивает остальные.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n titles: each worker waits for one page at a time.</source>
        <translation>
            <numerusform>%1 на %n заголовок: каждый рабочий поток ждёт по одной странице.</numerusform>
            <numerusform>%1 на %n заголовка: каждый рабочий поток ждёт по одной странице.</numerusform>
            <numerusform>%1 на %n заголовков: каждый рабочий поток ждёт по одной странице.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n titles: a page is asked for when the one before has come.</source>
        <translation>
            <numerusform>%1 на %n заголовок: страница запрашивается, когда пришла предыдущая.</numerusform>
            <numerusform>%1 на %n заголовка: страница запрашивается, когда пришла предыдущая.</numerusform>
            <numerusform>%1 на %n заголовков: страница запрашивается, когда пришла предыдущая.</numerusform>
        </translation>
    </message>
    <message>
        <source>http:// or https://, separated by spaces, or by commas before a space or the next http; user:password@ is sent, and shown as ***; empty: five pages of a server on this computer.</source>
        <translation>http:// или https://, через пробел или через запятую перед пробелом или следующим http; user:password@ передаётся серверу, а показывается как ***; пусто: пять страниц сервера на этом компьютере.</translation>
    </message>
</context>
<context>
    <name>topic</name>
    <message>
        <source>Conditions</source>
        <translation>Условия</translation>
    </message>
    <message>
        <source>Races and locks</source>
        <translation>Гонки и блокировки</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>Futures and pools</source>
        <translation>Фьючерсы и пулы</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Очереди</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Процессы</translation>
    </message>
    <message>
        <source>Speedup</source>
        <translation>Ускорение</translation>
    </message>
    <message>
        <source>Async</source>
        <translation>Асинхронность</translation>
    </message>
</context>
<context>
    <name>trace</name>
    <message numerus="yes">
        <source>%n values of counters in %1, recorded elsewhere.</source>
        <translation>
            <numerusform>%n значение счётчиков за %1, записано не здесь.</numerusform>
            <numerusform>%n значения счётчиков за %1, записано не здесь.</numerusform>
            <numerusform>%n значений счётчиков за %1, записано не здесь.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slices in %1, recorded elsewhere. Whether a thread ran or waited meanwhile is not in the file.</source>
        <translation>
            <numerusform>%n отрезок за %1, записано не здесь. Работал ли поток или ждал, в файле не сказано.</numerusform>
            <numerusform>%n отрезка за %1, записано не здесь. Работал ли поток или ждал, в файле не сказано.</numerusform>
            <numerusform>%n отрезков за %1, записано не здесь. Работал ли поток или ждал, в файле не сказано.</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Отрезки</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Счётчики</translation>
    </message>
    <message>
        <source>Too deep to be drawn</source>
        <translation>Слишком глубоко для рисунка</translation>
    </message>
    <message>
        <source>Events of other kinds, not shown</source>
        <translation>События других видов, не показаны</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Трассы</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Трасса</translation>
    </message>
    <message>
        <source>This trace was recorded elsewhere: it cannot be run.</source>
        <translation>Эта трасса записана не здесь: запустить её нельзя.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n slices in %2, recorded elsewhere, are drawn. Whether a thread ran or waited meanwhile is not in the file.</source>
        <translation>
            <numerusform>Показано отрезков: %1 из %n за %2; записано не здесь. Работал ли поток или ждал, в файле не сказано.</numerusform>
            <numerusform>Показано отрезков: %1 из %n за %2; записано не здесь. Работал ли поток или ждал, в файле не сказано.</numerusform>
            <numerusform>Показано отрезков: %1 из %n за %2; записано не здесь. Работал ли поток или ждал, в файле не сказано.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slices are not drawn: they lie deeper than four levels.</source>
        <translation>
            <numerusform>%n отрезок не показан: он лежит глубже четырёх уровней.</numerusform>
            <numerusform>%n отрезка не показаны: они лежат глубже четырёх уровней.</numerusform>
            <numerusform>%n отрезков не показаны: они лежат глубже четырёх уровней.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slices are not drawn: there are more than %1 threads.</source>
        <translation>
            <numerusform>%n отрезок не показан: потоков больше, чем %1.</numerusform>
            <numerusform>%n отрезка не показаны: потоков больше, чем %1.</numerusform>
            <numerusform>%n отрезков не показаны: потоков больше, чем %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The slices are not properly nested: %n of them begin within another one of their thread and end after it.</source>
        <translation>
            <numerusform>Отрезки вложены неправильно: %n из них начинается внутри другого отрезка своего потока, а кончается после него.</numerusform>
            <numerusform>Отрезки вложены неправильно: %n из них начинаются внутри другого отрезка своего потока, а кончаются после него.</numerusform>
            <numerusform>Отрезки вложены неправильно: %n из них начинаются внутри другого отрезка своего потока, а кончаются после него.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n async events are not drawn.</source>
        <translation>
            <numerusform>%n асинхронное событие не показано.</numerusform>
            <numerusform>%n асинхронных события не показаны.</numerusform>
            <numerusform>%n асинхронных событий не показаны.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instants are not drawn.</source>
        <translation>
            <numerusform>%n мгновенное событие не показано.</numerusform>
            <numerusform>%n мгновенных события не показаны.</numerusform>
            <numerusform>%n мгновенных событий не показаны.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flow events are not drawn.</source>
        <translation>
            <numerusform>%n событие связи (flow) не показано.</numerusform>
            <numerusform>%n события связи (flow) не показаны.</numerusform>
            <numerusform>%n событий связи (flow) не показаны.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events of other kinds are not drawn.</source>
        <translation>
            <numerusform>%n событие другого вида не показано.</numerusform>
            <numerusform>%n события других видов не показаны.</numerusform>
            <numerusform>%n событий других видов не показаны.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ends of slices are not drawn: they have no begin.</source>
        <translation>
            <numerusform>%n конец отрезка не показан: у него нет начала.</numerusform>
            <numerusform>%n конца отрезков не показаны: у них нет начала.</numerusform>
            <numerusform>%n концов отрезков не показаны: у них нет начала.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slices are drawn without their names: there are too many different ones.</source>
        <translation>
            <numerusform>%n отрезок показан без имени: разных имён слишком много.</numerusform>
            <numerusform>%n отрезка показаны без имён: разных имён слишком много.</numerusform>
            <numerusform>%n отрезков показаны без имён: разных имён слишком много.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n counters are drawn.</source>
        <translation>
            <numerusform>Показано счётчиков: %1 из %n.</numerusform>
            <numerusform>Показано счётчиков: %1 из %n.</numerusform>
            <numerusform>Показано счётчиков: %1 из %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values of counters are not drawn: they are no numbers, or too large.</source>
        <translation>
            <numerusform>%n значение счётчика не показано: это не число, или оно слишком велико.</numerusform>
            <numerusform>%n значения счётчиков не показаны: это не числа, или они слишком велики.</numerusform>
            <numerusform>%n значений счётчиков не показаны: это не числа, или они слишком велики.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values of counters are rounded: others of the same counter are far larger.</source>
        <translation>
            <numerusform>%n значение счётчика округлено: другие значения того же счётчика намного больше.</numerusform>
            <numerusform>%n значения счётчиков округлены: другие значения тех же счётчиков намного больше.</numerusform>
            <numerusform>%n значений счётчиков округлены: другие значения тех же счётчиков намного больше.</numerusform>
        </translation>
    </message>
    <message>
        <source>Threads, not shown</source>
        <translation>Потоков не показано</translation>
    </message>
    <message>
        <source>Overlapping slices</source>
        <translation>Отрезков внахлёст</translation>
    </message>
    <message>
        <source>Async events, not shown</source>
        <translation>Асинхронных событий не показано</translation>
    </message>
    <message>
        <source>Instants, not shown</source>
        <translation>Мгновенных событий не показано</translation>
    </message>
    <message>
        <source>Flow events, not shown</source>
        <translation>Событий связи не показано</translation>
    </message>
    <message>
        <source>Values of counters, not shown</source>
        <translation>Значений счётчиков не показано</translation>
    </message>
    <message>
        <source>Events with hidden details</source>
        <translation>Событий со скрытыми деталями</translation>
    </message>
    <message>
        <source>Only a part of %1 is shown, so that it would be another trace if it were saved from here. Keep the file itself.</source>
        <translation>Показана только часть %1: сохранённая отсюда, она стала бы другой трассой. Храните сам файл.</translation>
    </message>
</context>
<context>
    <name>updates</name>
    <message>
        <source>read %1 → wrote %2</source>
        <translation>прочёл %1 → записал %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>values</name>
    <message>
        <source>%1 was never written.</source>
        <translation>%1: ни одной записи.</translation>
    </message>
</context>
<context>
    <name>worker</name>
    <message>
        <source>threadscape-worker takes TASK --segment N --lifeline N, and is started by threadscape.</source>
        <translation>threadscape-worker вызывается как ЗАДАЧА --segment N --lifeline N, и запускает его threadscape.</translation>
    </message>
    <message>
        <source>threadscape-worker knows no task %1.</source>
        <translation>threadscape-worker не знает задачи %1.</translation>
    </message>
    <message>
        <source>threadscape-worker knows no option %1, only --segment and --lifeline.</source>
        <translation>threadscape-worker не знает параметра %1, только --segment и --lifeline.</translation>
    </message>
    <message>
        <source>%1 takes the number of an open descriptor, not %2.</source>
        <translation>Параметру %1 нужен номер открытого дескриптора, а не %2.</translation>
    </message>
    <message>
        <source>--lifeline takes the number of a socket, not %1.</source>
        <translation>Параметру --lifeline нужен номер сокета, а не %1.</translation>
    </message>
    <message>
        <source>threadscape-worker needs --segment and --lifeline.</source>
        <translation>Программе threadscape-worker нужны --segment и --lifeline.</translation>
    </message>
    <message>
        <source>threadscape-worker cannot use the memory that it was given: %1.</source>
        <translation>threadscape-worker не может воспользоваться данной ему памятью: %1.</translation>
    </message>
    <message>
        <source>threadscape-worker: the task was given %1 bytes of arguments that it cannot make sense of.</source>
        <translation>threadscape-worker: задача получила аргументы (байт: %1), в которых не разобраться.</translation>
    </message>
    <message>
        <source>This is threadscape-worker: threadscape starts it to run an experiment&apos;s work in processes of their own. By itself it does nothing.</source>
        <translation>Это threadscape-worker: его запускает threadscape, чтобы работа опыта шла в отдельных процессах. Сам по себе он ничего не делает.</translation>
    </message>
    <message>
        <source>threadscape-worker was not told who it is.</source>
        <translation>threadscape-worker не сказали, кто он.</translation>
    </message>
</context>
</TS>
