package org.einlass.packages;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The scripts of the ZIP files. Those for a shell are run with a Java that only says what it is given; those for Windows,
 * which no machine here runs, are read as far as they are simple enough to be read.
 */
final class StartScriptsTest {
    private static final Path DIST = Path.of("src/dist");
    private static final Pattern VARIABLE = Pattern.compile("%(~dp0|~1|\\*|[A-Z_]+%)");

    @TempDir
    private Path folder;

    /** A program with its two scripts. */
    enum Program {
        SERVER("server/einlass", "server.xml", "einlass-launcher.jar", "", List.of("start", "--data", "my data")),
        KIOSK(
                "kiosk/einlass-kiosk",
                "kiosk.xml",
                "kiosk-client.jar",
                "java-options",
                List.of("check", "--config", "my kiosk.properties"));

        private final String script;
        private final String assembly;
        private final String jar;
        private final String options;
        private final List<String> arguments;

        Program(String script, String assembly, String jar, String options, List<String> arguments) {
            this.script = script;
            this.assembly = assembly;
            this.jar = jar;
            this.options = options;
            this.arguments = arguments;
        }

        private Path shell() {
            return DIST.resolve(script + ".sh");
        }

        private List<String> batch() throws IOException {
            return Files.readAllLines(DIST.resolve(script + ".bat"), US_ASCII);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisabledOnOs(OS.WINDOWS)
    void theShellsScriptTakesTheJavaBesideItThenJavaHomeThenThePath(Program program) throws Exception {
        Path unpacked = Files.createDirectory(folder.resolve("with blanks"));
        Path script = Files.copy(program.shell(), unpacked.resolve("start.sh"));
        String jar = unpacked.resolve(program.jar).toString();
        List<String> expected = new ArrayList<>(List.of("-jar", jar));
        if (!program.options.isEmpty()) {
            expected.add(0, "@" + unpacked.resolve(program.options));
        }
        expected.addAll(program.arguments);

        Path onPath = java(folder.resolve("path"), "path");
        assertThat(run(script, program.arguments, Map.of("PATH", onPath + ":/usr/bin:/bin")))
                .isEqualTo(said("path", expected));
        Path home = java(folder.resolve("home/bin"), "home").resolveSibling("");
        assertThat(run(script, program.arguments, Map.of("JAVA_HOME", home.toString(), "PATH", "/usr/bin:/bin")))
                .isEqualTo(said("home", expected));
        java(unpacked.resolve("runtime/bin"), "beside");
        assertThat(run(script, program.arguments, Map.of("JAVA_HOME", home.toString(), "PATH", "/usr/bin:/bin")))
                .isEqualTo(said("beside", expected));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void withoutArgumentsTheKioskRunsWithTheSettingsBesideIt() throws Exception {
        Path unpacked = Files.createDirectory(folder.resolve("kiosk"));
        Path script = Files.copy(Program.KIOSK.shell(), unpacked.resolve("start.sh"));
        java(unpacked.resolve("runtime/bin"), "beside");

        assertThat(run(script, List.of(), Map.of("PATH", "/usr/bin:/bin")))
                .endsWith(
                        "run", "--config", unpacked.resolve("kiosk.properties").toString());
        assertThat(Program.KIOSK.batch())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("if \"%~1\"==\"\" (")
                        .contains("run --config kiosk.properties)")
                        .endsWith(" %*)"));
    }

    /** Only a run has the classes of a run; a Java that cannot record them starts without. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aRunKeepsItsClassesBesideTheScriptWhereItsJavaCan() throws Exception {
        Path unpacked = Files.createDirectory(folder.resolve("kiosk"));
        Path script = Files.copy(Program.KIOSK.shell(), unpacked.resolve("start.sh"));
        Path java = java(unpacked.resolve("runtime/bin"), "beside").resolve("java");
        Map<String, String> environment = Map.of("PATH", "/usr/bin:/bin");
        Path file = unpacked.resolve("classes.jsa");
        String told = "-Deinlass.classes=" + file;

        assertThat(run(script, List.of(), environment))
                .containsSubsequence("-XX:+RecordDynamicDumpInfo", told, "-jar", "run");
        assertThat(run(script, List.of("status"), environment)).noneMatch(line -> line.contains("lasses.jsa"));
        Files.writeString(file, "classes");
        assertThat(run(script, List.of(), environment))
                .containsSubsequence("-XX:SharedArchiveFile=" + file, told, "-jar", "run")
                .doesNotContain("-XX:+RecordDynamicDumpInfo");
        Path elsewhere = folder.resolve("elsewhere.jsa");
        assertThat(run(script, List.of(), Map.of("PATH", "/usr/bin:/bin", "EINLASS_CLASSES", elsewhere.toString())))
                .containsSubsequence("-XX:+RecordDynamicDumpInfo", "-Deinlass.classes=" + elsewhere);
        Path divided = Files.createDirectory(folder.resolve("kiosk:2"));
        Path other = Files.copy(script, divided.resolve("start.sh"));
        java(divided.resolve("runtime/bin"), "beside");
        assertThat(run(other, List.of(), environment)).noneMatch(line -> line.contains("lasses.jsa"));
        Files.delete(file);
        Files.writeString(
                java,
                "#!/bin/sh\ncase $1 in *Record*) echo \"Unrecognized VM option\" >&2; exit 1;; esac\nfor argument; do echo \"$argument\"; done\n");
        assertThat(run(script, List.of(), environment))
                .noneMatch(line -> line.startsWith("-XX:"))
                .endsWith(
                        "run", "--config", unpacked.resolve("kiosk.properties").toString());
    }

    /** The image has its Java in another place than the ZIP, and its script elsewhere than its program. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theScriptOfTheImageStartsTheProgramWithTheJavaOfTheImage() throws Exception {
        Path image = Files.createDirectory(folder.resolve("my image"));
        Path bin = Files.createDirectory(image.resolve("bin"));
        Path app = Files.createDirectories(image.resolve("lib/app"));
        Path script = Files.copy(DIST.resolve("kiosk/app/einlass-kiosk"), bin.resolve("einlass-kiosk"));
        Files.copy(Program.KIOSK.shell(), app.resolve("einlass-kiosk.sh"));
        java(image.resolve("lib/runtime/bin"), "of the image");
        Path server = Files.createDirectories(image.resolve("lib/runtime/lib/server"));
        Map<String, String> environment = Map.of("PATH", "/usr/bin:/bin");

        assertThat(run(script, List.of("status"), environment))
                .startsWith("of the image")
                .endsWith("-jar", app.toRealPath().resolve("kiosk-client.jar").toString(), "status");
        Files.writeString(image.resolve("lib/runtime/bin/java"), """
                #!/bin/sh
                if [ "$1" = -Xshare:dump ]; then echo classes > "${2#*=}"; exit; fi
                for argument; do echo "$argument"; done
                """);
        assertThat(run(script, List.of("run"), environment)).endsWith("run");
        assertThat(server.resolve("classes.jsa")).hasContent("classes");
        assertThat(Files.readString(Path.of("pom.xml"), UTF_8))
                .contains("src/dist/kiosk/app/einlass-kiosk<", "src/dist/kiosk/einlass-kiosk.sh<");
    }

    /** The program image has its options in the build, the ZIP beside its scripts. */
    @Test
    void allPackagesOfTheKioskBoundItsMemoryAlike() throws IOException {
        List<String> options = Files.readAllLines(DIST.resolve("kiosk/java-options"), US_ASCII).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(options).contains("-XX:+UseSerialGC").anyMatch(option -> option.startsWith("-Xmx"));
        assertThat(Files.readString(Path.of("pom.xml"), UTF_8)).contains(String.join(" ", options));
    }

    /** What is wrong in a script for Windows is seen only there; so it has nothing that needs Windows to be understood. */
    @ParameterizedTest
    @EnumSource
    void theScriptForWindowsHasOnlyWhatCanBeReadHere(Program program) throws IOException {
        List<String> lines = program.batch();

        assertThat(lines.get(0)).isEqualTo("@echo off");
        assertThat(lines.subList(1, lines.size())).allSatisfy(line -> {
            assertThat(line).matches("(rem |set \"|if |cd /d \"|\"%EINLASS_JAVA%\" ).*");
            assertThat(line.chars().filter(sign -> sign == '"').count())
                    .as(line)
                    .isEven();
            if (!line.startsWith("rem ")) {
                assertThat(outsideQuotes(line))
                        .as("expanded outside quotes: %s", line)
                        .isSubsetOf("%*", "%~1");
                assertThat(openParentheses(line)).as(line).isZero();
            }
        });
        assertThat(lines)
                .as("the Java on the path, then that of JAVA_HOME, then the one beside it: the last one counts")
                .containsSubsequence(
                        "set \"EINLASS_JAVA=java\"",
                        "if defined JAVA_HOME set \"EINLASS_JAVA=%JAVA_HOME%\\bin\\java\"",
                        "if exist \"%~dp0runtime\\bin\\java.exe\" set \"EINLASS_JAVA=%~dp0runtime\\bin\\java\"");
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .contains("\"%EINLASS_JAVA%\" " + (program.options.isEmpty() ? "" : "@" + program.options + " ")
                                + "-jar \"%~dp0" + program.jar + "\""));
        assertThat(Files.readString(DIST.resolve(program.assembly), UTF_8))
                .as("the program lies beside its scripts")
                .contains(program.jar, program.options, Path.of(program.script).getFileName() + ".bat");
    }

    /** The variables of a line that no quotation marks hold together. */
    private static List<String> outsideQuotes(String line) {
        List<String> found = new ArrayList<>();
        String[] parts = line.split("\"", -1);
        for (int part = 0; part < parts.length; part += 2) {
            Matcher variable = VARIABLE.matcher(parts[part]);
            while (variable.find()) {
                found.add(variable.group());
            }
        }
        return found;
    }

    private static int openParentheses(String line) {
        int open = 0;
        String[] parts = line.split("\"", -1);
        for (int part = 0; part < parts.length; part += 2) {
            for (char sign : parts[part].toCharArray()) {
                open += sign == '(' ? 1 : sign == ')' ? -1 : 0;
                assertThat(open).as(line).isNotNegative();
            }
        }
        return open;
    }

    /** A Java that says its name, and one line for each argument. */
    private static Path java(Path bin, String name) throws IOException {
        Files.createDirectories(bin);
        Path java = Files.writeString(
                bin.resolve("java"), "#!/bin/sh\necho " + name + "\nfor argument; do echo \"$argument\"; done\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return bin;
    }

    private static List<String> said(String name, List<String> arguments) {
        List<String> said = new ArrayList<>(List.of(name));
        said.addAll(arguments);
        return said;
    }

    private static List<String> run(Path script, List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", script.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(new TreeMap<>(environment));
        Process process = builder.start();
        List<String> said = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(said.toString()).isZero();
        return said;
    }
}
