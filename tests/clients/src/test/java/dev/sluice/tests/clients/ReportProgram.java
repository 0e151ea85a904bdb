package dev.sluice.tests.clients;

import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperExportManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperPrintManager;

/** Fills a report with a query's rows, as a report server does. */
final class ReportProgram {
  private static final float ZOOM = 1.5f;

  private ReportProgram() {}

  /**
   * @param arguments the driver's URL and the folder to write to
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    JasperPrint print;
    try (Connection connection = DriverManager.getConnection(arguments[0]);
        InputStream report = ReportProgram.class.getResourceAsStream("bids.jrxml")) {
      // The report's engine puts its own beside them.
      Map<String, Object> parameters = new HashMap<>();
      parameters.put("from", "2019-03-28-10");
      parameters.put("to", "2019-03-28-15");
      parameters.put("least", new BigDecimal("0.5"));
      print =
          JasperFillManager.fillReport(
              JasperCompileManager.compileReport(report), parameters, connection);
    }
    JasperExportManager.exportReportToPdfFile(print, folder.resolve("bids.pdf").toString());
    BufferedImage page = (BufferedImage) JasperPrintManager.printPageToImage(print, 0, ZOOM);
    ImageIO.write(page, "png", folder.resolve("bids.png").toFile());
    for (JRPrintPage each : print.getPages()) {
      for (JRPrintElement element : each.getElements()) {
        if (element instanceof JRPrintText text) {
          System.out.println(text.getFullText());
        }
      }
    }
  }
}
