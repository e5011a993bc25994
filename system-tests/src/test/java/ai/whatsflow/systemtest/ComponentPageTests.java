package ai.whatsflow.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentPageTests {

    private final Path root = Path.of(System.getProperty("user.dir")).getParent();

    /** {@code -Dcontracts.write=true} writes the page instead. */
    @Test
    void theComponentsInTheDocsAreThoseOfTheCode() throws Exception {
        Path page = root.resolve("docs/architecture/components.md");
        String expected = ComponentPage.of(root, EventCatalogue.read(root));
        if (Boolean.getBoolean("contracts.write")) {
            Files.writeString(page, expected);
        }
        assertThat(Files.readString(page)).isEqualTo(expected);
    }

    @Test
    void drawsImportsOnceAndFoldsWebIntoItsFeature(@TempDir Path sources) throws Exception {
        write(sources, "", "/** A shop. */");
        write(sources, "order", "/** What was\n * ordered. */", "shop.stock.Shelf", "shop.money.Till");
        write(sources, "order/web", "@RestController", "shop.order.Order", "shop.stock.Shelf");
        write(sources, "stock", "/** What is there. */", "shop.money.Till", "java.util.List");
        write(sources, "stock/robot", "/** Who fetches it. */", "shop.stock.Shelf");
        write(sources, "money", "/** What it costs. */", "shop.Shop");

        ComponentView view = ComponentView.read(sources);

        assertThat(view.sentence()).isEqualTo("A shop.");
        assertThat(view.components()).containsOnlyKeys("order", "stock", "stock/robot", "money");
        assertThat(view.components().get("order")).isEqualTo("What was ordered.");
        assertThat(view.faces()).containsExactly("order");
        assertThat(ComponentPage.diagram("shop", view, new EventCatalogue(List.of())))
                .isEqualTo("""
                        flowchart TB
                            stock-robot["stock/robot"]
                            http([HTTP]) --> order
                            order --> stock
                            stock --> money
                            stock-robot --> stock
                        """);
    }

    private static void write(Path sources, String directory, String head, String... imports) throws IOException {
        Path folder = Files.createDirectories(sources.resolve("shop").resolve(directory));
        String text = head + "\npackage shop;\n"
                + String.join(
                        "",
                        List.of(imports).stream()
                                .map(used -> "import " + used + ";\n")
                                .toList());
        Files.writeString(folder.resolve("package-info.java"), text);
    }
}
