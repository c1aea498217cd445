// SPDX-License-Identifier: GPL-3.0-or-later
// The habits of the project that no compiler holds: layers, purity of the engine, lengths, the licence line.
// Each rule is a function from a file to sentences; each is also shown a bad file, so that a rule that sleeps fails too.
#include <QDirIterator>
#include <QRegularExpression>
#include <QtTest>

namespace {

struct SourceFile {
    QString path;  ///< from the root of the repository
    QString text;
    QStringList lines() const { return text.split('\n'); }
    QString folder() const { return path.section('/', 0, -2); }
    bool isCpp() const { return path.endsWith(".h") || path.endsWith(".cpp"); }
    bool isPureEngine() const { return path.startsWith("engine/") && !path.startsWith("engine/host/"); }
};

using Problems = QStringList;
using Rule = Problems (*)(const SourceFile&);

QString at(const SourceFile& file, int line, const QString& what) { return QString("%1:%2: %3").arg(file.path).arg(line + 1).arg(what); }

/// The text with comments and literals blanked, line by line.
QStringList codeLines(const SourceFile& file) {
    static const QRegularExpression notCode(R"x(//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<!\w)'(?:\\.|[^'\\\n])+')x",
                                            QRegularExpression::DotMatchesEverythingOption);
    QString code = file.text;
    for (auto it = notCode.globalMatch(file.text); it.hasNext();) {
        const auto match = it.next();
        for (auto i = match.capturedStart(); i < match.capturedEnd(); ++i)
            if (code[i] != '\n') code[i] = ' ';
    }
    return code.split('\n');
}

Problems linesMatching(const SourceFile& file, const QStringList& lines, const QString& pattern, const QString& what) {
    const QRegularExpression expression(pattern);
    Problems problems;
    for (int i = 0; i < lines.size(); ++i) {
        const auto match = expression.match(lines[i]);
        if (match.hasMatch()) problems << at(file, i, QString(what).replace("%1", match.captured(0).trimmed()));
    }
    return problems;
}

// --- layers -----------------------------------------------------------------------------------------------------------

/// Where a folder stands. A file includes its own folder and folders that stand lower; neighbours do not know each other.
const QHash<QString, int>& levels() {
    static const QHash<QString, int> table{
        {"engine/base", 0},
        {"engine/tree", 1},   {"engine/zab", 1},
        {"engine/trace", 2},  {"engine/server", 2},
        {"engine/client/recipes", 3}, {"engine/eureka", 3},
        {"engine/client", 4}, {"engine/lookup", 4},
        {"engine/world", 5},
        {"engine/check", 6},
        {"engine/lab", 7},
        {"engine/script", 8},
        {"engine/hunt", 9},
        {"engine/host", 10},
        {"ui/lens", 11},      {"ui/text", 11},      {"ui/theme", 11},
        {"ui/bridge", 12},
        {"ui/models", 13},
        {"ui/scene", 14},
        {"ui/widgets", 15},
        {"app", 16},
    };
    return table;
}

Problems layers(const SourceFile& file) {
    if (!file.isCpp() || file.path.startsWith("tests/")) return {};
    if (!levels().contains(file.folder())) return {file.path + ": this folder has no place in the layers of ARCHITECTURE.md"};
    static const QRegularExpression include("^\\s*#\\s*include\\s+\"([^\"]+)\"");
    Problems problems;
    const QStringList lines = file.lines();
    for (int i = 0; i < lines.size(); ++i) {
        const QString included = include.match(lines[i]).captured(1);
        if (included.isEmpty() || included.endsWith(".moc") || included.startsWith("moc_")) continue;
        const QString folder = included.section('/', 0, -2);
        if (!levels().contains(folder))
            problems << at(file, i, "include by the path from the root, of a folder that exists: " + included);
        else if (folder != file.folder() && levels()[folder] >= levels()[file.folder()])
            problems << at(file, i, file.folder() + " stands below or beside " + folder + " and must not include " + included);
    }
    return problems;
}

/// Commands go right, facts go left: only the bridge holds the engine's machinery, the others see values.
Problems oneBridge(const SourceFile& file) {
    if (!file.path.startsWith("ui/") || file.path.startsWith("ui/bridge/")) return {};
    return linesMatching(file, codeLines(file), "\\b(Lab|World|LabHost|ScriptRunner|ServerNode|LoopbackNetwork)\\b",
                         "only ui/bridge holds the engine: %1");
}

// --- the pure engine --------------------------------------------------------------------------------------------------

Problems standardLibraryOnly(const SourceFile& file) {
    if (!file.isPureEngine() || !file.isCpp()) return {};
    const QString threads = file.path.startsWith("engine/hunt/") ? QString() : QStringLiteral("|thread|mutex");   // many runs at once
    return linesMatching(file, file.lines(),
                         "^\\s*#\\s*include\\s+<(Q\\w*|chrono|random|ctime|time\\.h|future|locale|clocale|cassert|iostream" + threads + ")[/>]",
                         "not in the pure engine: %1");
}

Problems noClockNoChance(const SourceFile& file) {
    if (!file.isPureEngine() || !file.isCpp()) return {};
    return linesMatching(file, codeLines(file),
                         "\\b(random_device|system_clock|steady_clock|high_resolution_clock|mt19937\\w*|\\w+_distribution|s?rand)\\s*[<({;:]",
                         "no clock and no foreign randomness in the pure engine: %1") +
           linesMatching(file, codeLines(file), "\\buintptr_t\\b|std::hash\\b", "nothing may depend on addresses or hashes: %1");
}

/// One setting of ZooKeeper is a fraction (snapshotSizeFactor): the sync plan uses it, scripts set it.
Problems noFloatingPoint(const SourceFile& file) {
    const bool fraction = file.path == "engine/zab/config.h" || file.path.startsWith("engine/zab/sync_plan.") || file.path.startsWith("engine/script/");
    if (!file.isPureEngine() || !file.isCpp() || fraction) return {};
    return linesMatching(file, codeLines(file), "\\b(float|double)\\b", "no floating point in the pure engine: %1");
}

/// Hash order differs between libraries: such a container is for looking up, and its line says so.
Problems hashOrder(const SourceFile& file) {
    if (!file.isPureEngine() || !file.isCpp()) return {};
    return linesMatching(file, file.lines(), "^(?!.*never iterated).*\\bunordered_(multi)?(map|set)\\s*<.*",
                         "say \"never iterated\" on this line, or take an ordered container: %1");
}

// --- what every file keeps --------------------------------------------------------------------------------------------

Problems licenceLine(const SourceFile& file) {
    static const QString licence = "SPDX-License-Identifier: GPL-3.0-or-later";
    if (file.isCpp() && !file.text.startsWith("// " + licence + "\n")) return {file.path + ":1: the licence line is missing"};
    const bool script = file.path == "lab" || file.path == ".ci/run" || file.path.endsWith("CMakeLists.txt");
    if (script && !file.text.left(200).contains("# " + licence + "\n")) return {file.path + ":1: the licence line is missing"};
    return {};
}

Problems pragmaOnce(const SourceFile& file) {
    // A list of macro calls is included several times on purpose.
    if (!file.path.endsWith(".h") || file.path.endsWith("_list.h") || file.text.contains("\n#pragma once\n")) return {};
    return {file.path + ": #pragma once is missing"};
}

Problems noPromises(const SourceFile& file) {
    return linesMatching(file, file.lines(), "\\b(TO" "DO|FIX" "ME|X" "XX|HA" "CK)\\b", "do it, or leave it: %1");
}

Problems noMachinePaths(const SourceFile& file) {
    return linesMatching(file, file.lines(), "(^|[^A-Za-z0-9_.])/(wor" "k|hom" "e|roo" "t|User" "s)/\\w+", "a path of somebody's machine: %1");
}

/// [text](path) and ![text](path), from the page's folder.
Problems linksResolve(const SourceFile& file) {
    if (!file.path.endsWith(".md")) return {};
    static const QRegularExpression link("\\]\\(([^)#:\\s]+)(#[^)]*)?\\)");
    const QDir folder = QFileInfo(QString(ZAB_SOURCE_DIR "/") + file.path).dir();
    Problems problems;
    const QStringList lines = file.lines();
    for (int i = 0; i < lines.size(); ++i)
        for (auto it = link.globalMatch(lines[i]); it.hasNext();)
            if (const QString target = it.next().captured(1); !folder.exists(target)) problems << at(file, i, "a link to nowhere: " + target);
    return problems;
}

Problems noReentrancy(const SourceFile& file) {
    if (!file.path.startsWith("ui/") && !file.path.startsWith("app/")) return {};
    return linesMatching(file, codeLines(file), "\\bprocessEvents\\s*\\(", "re-enters the event loop: %1)");
}

Problems plotHeaderInUnitsOnly(const SourceFile& file) {
    if (!file.path.endsWith(".h")) return {};
    return linesMatching(file, file.lines(), "#include <qcustomplot\\.h>", "costs 7 s a unit, so in .cpp files only: %1");
}

/// A text in two languages at once (the way to the other one) is meant as it is.
Problems translatedTexts(const SourceFile& file) {
    if (!file.path.startsWith("ui/") && !file.path.startsWith("app/")) return {};
    return linesMatching(file, file.lines(),
                         "\\b(setText|setWindowTitle|setToolTip|setStatusTip|setTitle|setPlaceholderText|setAccessibleName|setAccessibleDescription|"
                         "addAction|addMenu|addTab)\\(\\s*(QStringLiteral\\(|QLatin1String\\(|u)?\"[ !#-~]*[A-Za-z]{2}[ !#-~]*\".*",
                         "a text that a person sees goes through tr(): %1");
}

// --- lengths: these lists may only shrink -----------------------------------------------------------------------------

constexpr int kMaxFileLines = 500;
constexpr int kMaxFunctionLines = 70;

const QHash<QString, int>& longFiles() {
    static const QHash<QString, int> table{};
    return table;
}

Problems fileLength(const SourceFile& file) {
    if (!file.isCpp()) return {};
    const int length = int(file.text.count('\n'));
    const int allowed = longFiles().value(file.path, kMaxFileLines);
    if (length > allowed) return {QString("%1: %2 lines, %3 are allowed: split it").arg(file.path).arg(length).arg(allowed)};
    if (longFiles().contains(file.path) && length < allowed)
        return {QString("%1: has shrunk to %2 lines: let its entry shrink too").arg(file.path).arg(length)};
    return {};
}

/// A function at the level of a namespace starts in column 0 with a line that ends in { and ends with } in column 0.
/// Tests are free: their tables are long.
Problems functionLength(const SourceFile& file) {
    if (!file.isCpp() || file.path.startsWith("tests/")) return {};
    static const QRegularExpression notAFunction("^(namespace|struct|class|enum|union|extern|inline namespace|#|\\}|\\{)");
    const QStringList code = codeLines(file);
    Problems problems;
    int start = -1;
    for (int i = 0; i < code.size(); ++i) {
        const QString line = code[i];
        const bool columnZero = !line.isEmpty() && !line[0].isSpace();
        if (columnZero && line[0] == '}') {
            if (start >= 0 && i - start + 1 > kMaxFunctionLines) problems << at(file, start, QString("a function of %1 lines").arg(i - start + 1));
            start = -1;
        } else if (columnZero && line.contains('(') && !notAFunction.match(line).hasMatch()) {
            start = i;
        }
        const bool wholeInOneLine = line.endsWith(';') || line.endsWith('}');  // a declaration, or a short function
        if (columnZero && wholeInOneLine) start = -1;
    }
    return problems;
}

// --- the tree ---------------------------------------------------------------------------------------------------------

QList<SourceFile> allFiles() {
    const QDir root(ZAB_SOURCE_DIR);
    QStringList paths;
    for (const char* folder : {"app", "engine", "ui", "tests", "resources", "translations", ".ci"}) {
        QDirIterator it(root.filePath(folder), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) paths << root.relativeFilePath(it.next());
    }
    for (const QString& name : root.entryList(QDir::Files | QDir::Hidden)) paths << name;
    paths.sort();
    static const QRegularExpression text("(^|/)(lab|run|\\.[a-z-]+|CMakeLists\\.txt|[A-Z]+\\.md)$|\\.(h|cpp|lab|md|json|ts|svg|cmake|py)$");
    QList<SourceFile> files;
    for (const QString& path : paths) {
        QFile file(root.filePath(path));
        if (path == ".git" || !text.match(path).hasMatch() || !file.open(QIODevice::ReadOnly)) continue;
        files << SourceFile{path, QString::fromUtf8(file.readAll())};
    }
    return files;
}

struct NamedRule {
    const char* name;
    Rule rule;
    SourceFile bad;  ///< a file that this rule has to refuse
};

QList<NamedRule> rules() {
    const QString spdx = "// SPDX-License-Identifier: GPL-3.0-or-later\n";
    return {
        {"layers", layers, {"engine/zab/x.h", spdx + "#include \"engine/tree/request.h\"\n"}},
        {"one bridge", oneBridge, {"ui/models/x.h", "QString titleOf(const Lab& lab);\n"}},
        {"standard library only", standardLibraryOnly, {"engine/zab/x.cpp", "#include <QString>\n"}},
        {"no clock", noClockNoChance, {"engine/world/x.cpp", "auto t = std::chrono::steady_clock::now();\n"}},
        {"no chance", noClockNoChance, {"engine/world/x.cpp", "std::uniform_int_distribution<int> d(1, 6);\n"}},
        {"no floating point", noFloatingPoint, {"engine/world/x.cpp", "double ratio = 0.5;\n"}},
        {"hash order", hashOrder, {"engine/tree/x.h", "std::unordered_map<int, int> m_all;\n"}},
        {"licence line", licenceLine, {"ui/lens/x.h", "#pragma once\n"}},
        {"#pragma once", pragmaOnce, {"ui/lens/x.h", spdx + "int x();\n"}},
        {"no promises", noPromises, {"ui/lens/x.h", "// TO" "DO later\n"}},
        {"no machine paths", noMachinePaths, {"README.md", "see /hom" "e/someone/zablab\n"}},
        {"links resolve", linksResolve, {"README.md", "see [the law](NO-SUCH-PAGE.md)\n"}},
        {"no re-entrancy", noReentrancy, {"ui/widgets/x.cpp", "qApp->processEvents();\n"}},
        {"plot header", plotHeaderInUnitsOnly, {"ui/widgets/x.h", "#include <qcustomplot.h>\n"}},
        {"translated texts", translatedTexts, {"ui/widgets/x.cpp", "label->setText(\"Servers\");\n"}},
        {"file length", fileLength, {"ui/lens/x.h", QString("\n").repeated(kMaxFileLines + 1)}},
        {"function length", functionLength, {"ui/lens/x.cpp", "void f() {\n" + QString("    g();\n").repeated(kMaxFunctionLines) + "}\n"}},
    };
}

}  // namespace

class TestTidy : public QObject {
    Q_OBJECT

private slots:
    void everyFile_data() { addRules(); }
    void everyFile() {
        const NamedRule rule = rules().at(index());
        Problems problems;
        const QList<SourceFile> files = allFiles();
        QVERIFY2(files.size() > 20, "the tree was not found");
        for (const SourceFile& file : files) problems << rule.rule(file);
        QVERIFY2(problems.isEmpty(), qPrintable('\n' + problems.join('\n')));
    }

    void aBadFileIsRefused_data() { addRules(); }
    void aBadFileIsRefused() {
        const NamedRule rule = rules().at(index());
        QCOMPARE(rule.rule(rule.bad).size(), 1);
    }

    void commentsAndLiteralsAreNoCode() {
        const SourceFile file{"engine/world/x.cpp", "// a double\nauto s = \"float \\\" double\"; /* double\ndouble */ int n = 1'000;\n"
                                                    "char c = '\"'; int d;\nauto r = R\"(double \" float)\"; int e;\n"};
        QCOMPARE(noFloatingPoint(file), Problems());
        const QStringList code = codeLines(file);
        QCOMPARE(code[2].trimmed(), "int n = 1'000;");
        QVERIFY(code[3].endsWith("; int d;") && code[4].endsWith("; int e;"));
    }

    void longFilesExist() {
        for (auto it = longFiles().begin(); it != longFiles().end(); ++it) {
            QVERIFY2(QFile::exists(ZAB_SOURCE_DIR "/" + it.key()), qPrintable(it.key() + " is gone: so is its entry"));
            QVERIFY2(it.value() > kMaxFileLines, qPrintable(it.key() + " needs no entry any more"));
        }
    }

private:
    static void addRules() {
        QTest::addColumn<int>("index");
        const QList<NamedRule> all = rules();
        for (int i = 0; i < all.size(); ++i) QTest::newRow(all[i].name) << i;
    }
    static int index() {
        QFETCH(int, index);
        return index;
    }
};

QTEST_APPLESS_MAIN(TestTidy)
#include "tst_tidy.moc"
