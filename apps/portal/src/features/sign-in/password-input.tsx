'use client';
import { IconButton, Input, type InputProps } from '@ascent/ui';
import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

export function PasswordInput({ size = 'l', ...props }: PasswordInputProps) {
  const t = useTranslations('signIn');
  const [shown, setShown] = useState(false);
  const toggle = (
    <IconButton
      variant="ghost"
      size="s"
      label={shown ? t('hidePassword') : t('showPassword')}
      icon={shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      onClick={() => setShown(!shown)}
    />
  );
  return (
    <Input
      {...props}
      type={shown ? 'text' : 'password'}
      inputSize={size === 'l' ? 'l' : undefined}
      end={toggle}
    />
  );
}

type PasswordInputProps = Omit<InputProps, 'type' | 'end' | 'inputSize' | 'size'> & { size?: 'm' | 'l' };
