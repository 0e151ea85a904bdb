package dev.sluice.files;

import dev.sluice.LakeFile;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Files of this machine, by absolute path or {@code file:} URI. */
public final class LocalFiles implements FileStore {
  @Override
  public boolean holds(String location) {
    return location.startsWith("/") || location.startsWith("file:") || isAbsolute(location);
  }

  private static boolean isAbsolute(String location) {
    try {
      return Path.of(location).isAbsolute();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public List<LakeFile> list(String location) throws IOException {
    Listed listed = new Listed(path(location));
    Files.walkFileTree(
        listed.root, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, listed);
    listed.files.sort(Comparator.comparing(LakeFile::path));
    return listed.files;
  }

  @Override
  public FileBytes open(LakeFile file) throws IOException {
    Path path = path(file.path());
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      // A folder, or a pipe, which would be waited for.
      throw new NotAFileException(file.path());
    }
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    return new Opened(channel, channel.size());
  }

  private static Path path(String location) throws IOException {
    try {
      return location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
    } catch (IllegalArgumentException e) {
      throw new IOException("it is no path of this machine", e);
    }
  }

  private static final class Listed extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<LakeFile> files = new ArrayList<>();

    Listed(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && !isHidden(file)) {
        files.add(
            new LakeFile(
                file.toString(), attributes.size(), attributes.lastModifiedTime().toInstant()));
      }
      return FileVisitResult.CONTINUE;
    }

    /** A file that went while we looked was never there; a link to its own folder adds nothing. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      boolean gone = e instanceof NoSuchFileException && !file.equals(root);
      if (gone || e instanceof FileSystemLoopException || isHidden(file)) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    private boolean isHidden(Path path) {
      String name = String.valueOf(path.getFileName());
      return !path.equals(root) && (name.startsWith("_") || name.startsWith("."));
    }
  }

  private record Opened(FileChannel channel, long size) implements FileBytes {
    @Override
    public byte[] read(long offset, int length) throws IOException {
      ByteBuffer bytes = ByteBuffer.allocate(length);
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, offset + bytes.position()) < 0) {
          throw new EOFException("The file has become shorter");
        }
      }
      return bytes.array();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
