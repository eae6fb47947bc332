{ lib, rustPlatform, fetchFromGitHub, installShellFiles }:

rustPlatform.buildRustPackage rec {
  pname = "jianli";
  version = "@version@";
  src = fetchFromGitHub {
    owner = "@owner@";
    repo = "jianli";
    rev = "v${version}";
    hash = lib.fakeHash; # nix says the right one when it builds this for the first time
  };
  cargoLock.lockFile = "${src}/Cargo.lock";
  nativeBuildInputs = [ installShellFiles ];
  doCheck = false;
  postInstall = ''
    installShellCompletion --cmd jianli \
      --bash <($out/bin/jianli completions bash) \
      --zsh <($out/bin/jianli completions zsh) \
      --fish <($out/bin/jianli completions fish)
    $out/bin/jianli man --output man
    installManPage man/*.1
    install -Dm644 -t $out/share/licenses/jianli LICENSE-MIT LICENSE-APACHE THIRD-PARTY
  '';
  meta = {
    description = "@summary@";
    homepage = "@repository@";
    license = with lib.licenses; [ mit asl20 ofl cc0 bsd2 bsd3 isc zlib ];
    mainProgram = "jianli";
  };
}
