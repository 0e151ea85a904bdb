package dev.sluice.spark.client;

import dev.sluice.DataType.Primitive;
import dev.sluice.RunListener;
import java.util.concurrent.CountDownLatch;

/**
 * A process that starts Spark, prints the process's id in 20 characters, and waits to be killed.
 */
final class ShortLivedParent {
  private ShortLivedParent() {}

  public static void main(String[] arguments) throws InterruptedException {
    SparkEngine engine = SharedSpark.open("500m");
    Plans.rows(engine.run(Plans.of("SELECT 1", Primitive.INTEGER), RunListener.NONE));
    System.out.printf("%20d", engine.worker().running().handle().pid());
    System.out.flush();
    new CountDownLatch(1).await();
  }
}
