package app.mortar.testing;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A test that runs a program of the system. Where that is not installed the test is skipped by name; with
 * {@code -Dmortar.tools=required} it fails instead.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsProgram.Installed.class)
public @interface NeedsProgram {
    /** The command, as the system finds it on its path. */
    String value();

    /** Looks for the program. */
    final class Installed implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            List<String> missing = AnnotationSupport.findAnnotation(context.getElement(), NeedsProgram.class).stream()
                    .map(NeedsProgram::value)
                    .filter(program -> !isOnPath(program))
                    .toList();
            if (missing.isEmpty()) {
                return ConditionEvaluationResult.enabled("installed");
            }
            String what = "needs the program " + missing.getFirst() + ", which is not installed";
            if ("required".equals(System.getProperty("mortar.tools"))) {
                throw new IllegalStateException(context.getDisplayName() + " " + what);
            }
            return ConditionEvaluationResult.disabled(what);
        }

        private static boolean isOnPath(String program) {
            return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        }
    }
}
