class Jianli < Formula
  desc "@summary@"
  homepage "@repository@"
  version "@version@"
  license all_of: [{any_of: ["MIT", "Apache-2.0"]}, "OFL-1.1", "Unicode-3.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "Zlib"]

  on_linux do
    on_intel do
      url "@repository@/releases/download/v@version@/jianli-@version@-x86_64-unknown-linux-musl.tar.gz"
      sha256 "@sha256:x86_64-unknown-linux-musl.tar.gz@"
    end
  end

  def install
    bin.install "jianli"
    bash_completion.install "completions/jianli.bash" => "jianli"
    zsh_completion.install "completions/jianli.zsh" => "_jianli"
    fish_completion.install "completions/jianli.fish"
    man1.install Dir["man/*.1"]
    doc.install "LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY"
  end

  test do
    (testpath/"cv.md").write "# Ada Example\n\nada@example.com\n\n## Skills\n\n- Rust\n"
    system bin/"jianli", "cv.md"
    assert_path_exists testpath/"cv.pdf"
  end
end
