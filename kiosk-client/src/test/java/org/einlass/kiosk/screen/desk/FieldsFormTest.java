package org.einlass.kiosk.screen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Component;
import java.awt.Container;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.swing.JTextField;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.kiosk.desk.state.DeskForm;
import org.einlass.kiosk.screen.EventThread;
import org.einlass.kiosk.screen.Language;
import org.einlass.kiosk.screen.Theme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("window")
@CacioTest
class FieldsFormTest {
    private static final DeskForm WALK_IN = DeskForm.builder(1, DeskForm.Kind.WALK_IN)
            .fields(List.of(AttendeeField.FAMILY_NAME), Map.of())
            .build();

    @Test
    void typingTellsThatSomebodyIsThere() {
        AtomicInteger touched = new AtomicInteger();

        EventThread.call(() -> {
            Theme.install();
            FieldsForm form = new FieldsForm(
                    WALK_IN,
                    DeskLook.of(1280, 800),
                    DeskMessages.in(Language.GERMAN),
                    touched::incrementAndGet,
                    input -> {});
            Component field = parts(form)
                    .filter(part -> "form.FAMILY_NAME".equals(part.getName()))
                    .findFirst()
                    .orElseThrow();
            ((JTextField) field).replaceSelection("ö");
            return null;
        });

        assertThat(touched.get()).isPositive();
    }

    private static Stream<Component> parts(Container container) {
        return Arrays.stream(container.getComponents())
                .flatMap(part -> part instanceof Container inner
                        ? Stream.concat(Stream.of(part), parts(inner))
                        : Stream.of(part));
    }
}
