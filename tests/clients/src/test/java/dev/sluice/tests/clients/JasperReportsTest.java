package dev.sluice.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** JasperReports, the engine of reports behind several servers. */
@Timeout(240)
final class JasperReportsTest {
  private static final Path IMAGE =
      Path.of("..", "..", "docs", "images", "jasperreports.png").toAbsolutePath().normalize();

  /** JFreeChart's first two colours, as bars have them. */
  private static final List<Integer> BARS = List.of(0xFF5555, 0x5555FF);

  @Test
  void printsAReportWithParametersAndAChartOverNestedValues(@TempDir Path folder) throws Exception {
    List<String> lines =
        ClientProcess.of("jasperreports", folder)
            .run(
                "dev.sluice.tests.clients.ReportProgram",
                List.of(Lake.urlWithSpark(), folder.toString()))
            .lines();
    Kept.assertKept("jasperreports.txt", String.join("\n", lines) + "\n");

    byte[] pdf = Files.readAllBytes(folder.resolve("bids.pdf"));
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    Path png = folder.resolve("bids.png");
    assertThat(colours(png)).as("the chart has its bars").containsAll(BARS);
    if (Kept.isWritten()) {
      Files.copy(png, IMAGE, StandardCopyOption.REPLACE_EXISTING);
    }
    // Fonts differ from machine to machine; what is shown does not.
    assertThat(colours(IMAGE)).containsAll(BARS);
  }

  private static Set<Integer> colours(Path file) throws Exception {
    BufferedImage image = Objects.requireNonNull(ImageIO.read(file.toFile()));
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        colours.add(image.getRGB(x, y) & 0xFFFFFF);
      }
    }
    return colours;
  }
}
