package org.interurban.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interurban.platform.archive.RecordExport;
import org.interurban.platform.archive.RecordImport;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.audit.Verdict;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** A command of the launcher that does its work on the data folder and ends, without serving pages. */
@Component
@ConditionalOnProperty("interurban.command")
@Order
class CommandLine implements ApplicationRunner {

    private static final int BAD_INPUT = 2;

    private final ConfigurableApplicationContext context;
    private final RecordImport imports;
    private final RecordExport exports;
    private final Audit audit;
    private final String command;
    private final List<Path> files;
    private final boolean overwrite;
    private final PrintStream out = System.out;

    CommandLine(
            ConfigurableApplicationContext context,
            RecordImport imports,
            RecordExport exports,
            Audit audit,
            @Value("${interurban.command}") String command,
            @Value("${interurban.files:}") String files, // a line each: a name may hold any other character
            @Value("${interurban.overwrite:false}") boolean overwrite) {
        this.context = context;
        this.imports = imports;
        this.exports = exports;
        this.audit = audit;
        this.command = command;
        this.overwrite = overwrite;
        this.files = files.lines().filter(name -> !name.isBlank()).map(Path::of).toList();
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var code =
                switch (command) {
                    case "import" -> load();
                    case "export" -> write();
                    case "verify" -> verify();
                    default -> {
                        out.println("Unknown command: " + command);
                        yield BAD_INPUT;
                    }
                };
        out.flush();
        ExitCodeGenerator exit = () -> code;
        System.exit(SpringApplication.exit(context, exit));
    }

    private int verify() {
        var verdict = audit.verify();
        out.println(verdict.sentence());
        return verdict instanceof Verdict.Valid ? 0 : 1;
    }

    private int load() throws IOException {
        var found = new ArrayList<Resource>();
        for (var path : files) {
            if (Files.isDirectory(path)) {
                try (var inside = Files.list(path)) {
                    inside.filter(file -> file.toString().endsWith(".csv"))
                            .sorted()
                            .forEach(file -> found.add(new FileSystemResource(file)));
                }
            } else if (Files.isReadable(path)) {
                found.add(new FileSystemResource(path));
            } else {
                out.println("There is no file " + path);
                return BAD_INPUT;
            }
        }
        return switch (imports.load(found, overwrite)) {
            case RecordImport.Outcome.Imported(var rows) -> {
                print(rows);
                yield 0;
            }
            case RecordImport.Outcome.Refused(var faults) -> {
                faults.forEach(out::println);
                out.printf("%d faults; nothing was imported%n", faults.size());
                yield BAD_INPUT;
            }
        };
    }

    private int write() throws IOException {
        var folder = files.getFirst();
        return switch (exports.write(folder)) {
            case RecordExport.Outcome.Exported(var rows) -> {
                print(rows);
                out.println("in " + folder + "; people and their mail addresses are among them: keep it accordingly");
                yield 0;
            }
            case RecordExport.Outcome.NotAnEmptyFolder() -> {
                out.println(folder + " is not an empty folder; nothing was written");
                yield BAD_INPUT;
            }
        };
    }

    private void print(Map<String, Integer> rows) {
        rows.forEach((file, count) -> out.printf("%6d rows of %s%n", count, file));
    }
}
