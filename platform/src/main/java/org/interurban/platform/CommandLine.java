package org.interurban.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.interurban.platform.intake.RecordImport;
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
    private final RecordImport records;
    private final PrintStream out = System.out;

    CommandLine(ConfigurableApplicationContext context, RecordImport records) {
        this.context = context;
        this.records = records;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var command = arguments.getOptionValues("interurban.command").getFirst();
        var code =
                switch (command) {
                    case "import" -> load(files(arguments));
                    case "warm-up" -> 0;
                    default -> {
                        out.println("Unknown command: " + command);
                        yield BAD_INPUT;
                    }
                };
        out.flush();
        ExitCodeGenerator exit = () -> code;
        System.exit(SpringApplication.exit(context, exit));
    }

    private static List<Path> files(ApplicationArguments arguments) {
        var given = arguments.getOptionValues("interurban.files");
        return given == null
                ? List.of()
                : given.stream()
                        .flatMap(list -> List.of(list.split(";")).stream())
                        .filter(name -> !name.isBlank())
                        .map(Path::of)
                        .toList();
    }

    private int load(List<Path> paths) throws IOException {
        var files = new ArrayList<Resource>();
        for (var path : paths) {
            if (Files.isDirectory(path)) {
                try (var inside = Files.list(path)) {
                    inside.filter(file -> file.toString().endsWith(".csv"))
                            .sorted()
                            .forEach(file -> files.add(new FileSystemResource(file)));
                }
            } else if (Files.isReadable(path)) {
                files.add(new FileSystemResource(path));
            } else {
                out.println("There is no file " + path);
                return BAD_INPUT;
            }
        }
        return switch (records.load(files)) {
            case RecordImport.Outcome.Imported(var rows) -> {
                rows.forEach((file, count) -> out.printf("%6d rows of %s%n", count, file));
                yield 0;
            }
            case RecordImport.Outcome.Refused(var faults) -> {
                faults.forEach(out::println);
                out.printf("%d faults; nothing was imported%n", faults.size());
                yield BAD_INPUT;
            }
        };
    }
}
